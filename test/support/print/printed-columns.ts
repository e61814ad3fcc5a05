import type { FiledLine, Filing, FootnoteField, SecurityTable } from '../../../src/parser/index.ts';

/** A column of a printed table; Table II prints the traded amount in a column for each side. */
export type PrintedColumn =
  | Exclude<FootnoteField, 'timeliness' | 'totalValue' | 'underlyingValue'>
  | 'voluntary'
  | 'acquired'
  | 'disposed';

/** A heading over one column, or over several that have headings of their own. */
export interface Heading {
  readonly words: string;
  readonly columns: readonly (readonly [PrintedColumn, string | null])[];
}

/** A table's headings as the SEC's page of that form has them. */
export function headingsOf(form: '3' | '4' | '5', table: SecurityTable): readonly Heading[] {
  if (form === '3') return table === 'NON_DERIVATIVE' ? HELD : HELD_DERIVATIVES;
  return table === 'NON_DERIVATIVE' ? traded(form) : tradedDerivatives(form);
}

const one = (words: string, column: PrintedColumn): Heading => ({
  words,
  columns: [[column, null]],
});
const DAY = '(Month/Day/Year)';

const HELD: readonly Heading[] = [
  one('1. Title of Security (Instr. 4)', 'title'),
  one('2. Amount of Securities Beneficially Owned (Instr. 4)', 'amountAfter'),
  one('3. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)', 'ownership'),
  one('4. Nature of Indirect Beneficial Ownership (Instr. 5)', 'nature'),
];

const dates = (number: number): Heading => ({
  words: `${number}. Date Exercisable and Expiration Date ${DAY}`,
  columns: [
    ['exercisableOn', 'Date Exercisable'],
    ['expiresOn', 'Expiration Date'],
  ],
});

const underlying = (number: number): Heading => ({
  words: `${number}. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)`,
  columns: [
    ['underlyingTitle', 'Title'],
    ['underlyingShares', 'Amount or Number of Shares'],
  ],
});

const HELD_DERIVATIVES: readonly Heading[] = [
  one('1. Title of Derivative Security (Instr. 4)', 'title'),
  dates(2),
  underlying(3),
  one('4. Conversion or Exercise Price of Derivative Security', 'conversionOrExercisePrice'),
  one('5. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)', 'ownership'),
  one('6. Nature of Indirect Beneficial Ownership (Instr. 5)', 'nature'),
];

const coding = (form: '4' | '5', number: number): Heading => ({
  words: `${number}. Transaction Code (Instr. 8)`,
  columns:
    form === '5'
      ? [['code', null]]
      : [
          ['code', 'Code'],
          ['voluntary', 'V'],
        ],
});

const after = (form: '4' | '5') =>
  form === '5' ? "at end of Issuer's Fiscal Year" : 'Following Reported Transaction(s)';

const traded = (form: '4' | '5'): readonly Heading[] => [
  one('1. Title of Security (Instr. 3)', 'title'),
  one(`2. Transaction Date ${DAY}`, 'transactionDate'),
  one(`2A. Deemed Execution Date, if any ${DAY}`, 'deemedExecutionDate'),
  coding(form, 3),
  {
    words: '4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)',
    columns: [
      ['shares', 'Amount'],
      ['acquiredDisposed', '(A) or (D)'],
      ['pricePerShare', 'Price'],
    ],
  },
  one(`5. Amount of Securities Beneficially Owned ${after(form)} (Instr. 3 and 4)`, 'amountAfter'),
  one('6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)', 'ownership'),
  one('7. Nature of Indirect Beneficial Ownership (Instr. 4)', 'nature'),
];

const tradedDerivatives = (form: '4' | '5'): readonly Heading[] => [
  one('1. Title of Derivative Security (Instr. 3)', 'title'),
  one('2. Conversion or Exercise Price of Derivative Security', 'conversionOrExercisePrice'),
  one(`3. Transaction Date ${DAY}`, 'transactionDate'),
  one(`3A. Deemed Execution Date, if any ${DAY}`, 'deemedExecutionDate'),
  coding(form, 4),
  {
    words: '5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)',
    columns: [
      ['acquired', '(A)'],
      ['disposed', '(D)'],
    ],
  },
  dates(6),
  underlying(7),
  one('8. Price of Derivative Security (Instr. 5)', 'pricePerShare'),
  one(
    `9. Number of derivative Securities Beneficially Owned ${after(form)} (Instr. 4)`,
    'amountAfter',
  ),
  one('10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)', 'ownership'),
  one('11. Nature of Indirect Beneficial Ownership (Instr. 4)', 'nature'),
];

/** The columns of a table from left to right. */
export function columnsOf(headings: readonly Heading[]): PrintedColumn[] {
  return headings.flatMap(({ columns }) => columns.map(([column]) => column));
}

/** A filing's lines of one table, in order. */
export function linesOf(filing: Filing, table: SecurityTable): FiledLine[] {
  return filing.lines.filter((line) => line.table === table);
}
