import type { FootnoteField, SecurityTable } from '../filing.ts';

/** What a column of a page's table holds: a field of the filing, or the V mark. */
export type Column = FootnoteField | 'voluntary' | 'acquired' | 'disposed' | 'underlying';

/** What the lowest heading above a column says. Numbers differ from form to form, words do not. */
const HEADINGS: readonly (readonly [RegExp, Column])[] = [
  [/^Deemed Execution Date/i, 'deemedExecutionDate'],
  [/^Transaction Date/i, 'transactionDate'],
  [/^(?:Code$|Transaction Code)/i, 'code'],
  [/^V$/i, 'voluntary'],
  [/^Amount or Number of/i, 'underlyingShares'],
  [/^Title and Amount/i, 'underlying'],
  [/^Title of/i, 'title'],
  [/^Title$/i, 'underlyingTitle'],
  [/^(?:Amount|Number) of .*Beneficially Owned/i, 'amountAfter'],
  [/^Amount$/i, 'shares'],
  [/^\(A\) or \(D\)$/i, 'acquiredDisposed'],
  [/^\(A\)$/i, 'acquired'],
  [/^\(D\)$/i, 'disposed'],
  [/^Price(?:$| of Derivative)/i, 'pricePerShare'],
  [/^Conversion or Exercise Price/i, 'conversionOrExercisePrice'],
  [/^Date Exercisable$/i, 'exercisableOn'],
  [/^Expiration Date/i, 'expiresOn'],
  [/^Ownership Form/i, 'ownership'],
  [/^Nature of Indirect/i, 'nature'],
];

/** A table's headings, by row and column. */
type Headings = readonly (readonly string[])[];

/** The number of a heading on the form; it differs from form to form. */
const NUMBER = /^\d{1,2}A?\.\s*/;

/** Headings over several columns, and those that name these columns one by one in the row below. */
const GROUPS: readonly (readonly [RegExp, RegExp])[] = [
  [/^Transaction Code/i, /^(?:Code|V)$/i],
  [/^Securities Acquired/i, /^(?:Amount|\(A\) or \(D\)|Price)$/i],
  [/^Number of Derivative Securities Acquired/i, /^\([AD]\)$/i],
  [/^Date Exercisable and/i, /^(?:Date Exercisable|Expiration Date)$/i],
  [/^Title and Amount/i, /^(?:Title$|Amount or Number of)/i],
];

/** Of these, the headings that are no column themselves: those below say what each of theirs is. */
const SPLIT = GROUPS.filter(([group]) =>
  ['Securities Acquired', 'Number of Derivative Securities Acquired', 'Date Exercisable and'].some(
    (heading) => group.test(heading),
  ),
);

/**
 * The columns of a table, read off its header. Where a copy has merged heading cells away, so that
 * headings no longer stand above their columns, the order is the form's own. Null where the header
 * is not that of this table: its columns are then unknown.
 */
export function columnsOf(
  table: SecurityTable,
  isForm3: boolean,
  header: Headings,
): readonly Column[] | null {
  const words = header.flat().map((word) => word.replace(NUMBER, ''));
  const isOwn = OWN[table].every((heading) => words.some((word) => heading.test(word)));
  return isOwn ? (columnsByHeading(header) ?? columnsByForm(table, isForm3, words)) : null;
}

/** The headings that a table has on every form. */
const OWN: Record<SecurityTable, readonly RegExp[]> = {
  NON_DERIVATIVE: [/^Title of (?!Derivative)/i, /^Ownership Form/i, /^Nature of Indirect/i],
  DERIVATIVE: [/^Title of Derivative/i, /^Ownership Form/i, /^Nature of Indirect/i],
};

/**
 * Null where a heading is unknown, missing or met twice, or stands below one that it does not
 * belong to: where one of several columns is gone, those below it have moved beneath others.
 */
function columnsByHeading(header: Headings): readonly Column[] | null {
  const headings: string[] = [];
  for (const [top, row] of header.entries()) {
    let above = '';
    for (const [index, heading] of row.entries()) {
      const words = heading.replace(NUMBER, '');
      above = headings[index] ?? above;
      if (words === '' || words === headings[index]) continue;
      if (top > 0 && above !== '' && !isBelow(above, words)) return null;
      headings[index] = words;
    }
  }
  const columns = Array.from(headings, (words) =>
    words === undefined ? undefined : HEADINGS.find(([heading]) => heading.test(words))?.[1],
  );
  const known = columns.filter((column) => column !== undefined);
  const isWhole = known.length === columns.length && new Set(known).size === known.length;
  return isWhole && known.includes('title') && known.includes('ownership') ? known : null;
}

/**
 * Whether a heading can stand below another: a group has its own, and nothing is below the rest.
 */
function isBelow(above: string, words: string): boolean {
  return GROUPS.some(([group, own]) => group.test(above) && own.test(words));
}

/**
 * The form's order: with or without V, deemed execution date and an amount of its own underlying.
 * Null where a heading over several columns has none of theirs below it: of two dates in one column
 * nothing says which one a row has.
 */
function columnsByForm(
  table: SecurityTable,
  isForm3: boolean,
  words: readonly string[],
): readonly Column[] | null {
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  if (SPLIT.some(([group, own]) => has(group) && !has(own))) return null;
  const hasAmount = has(/^Amount or Number of/i);
  const columns = isForm3 ? HOLDINGS[table] : TRANSACTIONS[table];
  return columns.flatMap((column): Column[] => {
    if (column === 'voluntary') return has(/^V$/) ? [column] : [];
    if (column === 'deemedExecutionDate') return has(/Deemed Execution/i) ? [column] : [];
    if (column === 'underlyingTitle') return hasAmount ? [column] : ['underlying'];
    if (column === 'underlyingShares') return hasAmount ? [column] : [];
    return [column];
  });
}

const DATES: readonly Column[] = ['transactionDate', 'deemedExecutionDate', 'code', 'voluntary'];
const UNDERLYING: readonly Column[] = [
  'exercisableOn',
  'expiresOn',
  'underlyingTitle',
  'underlyingShares',
];
const OWNERSHIP: readonly Column[] = ['ownership', 'nature'];

const TRANSACTIONS: Record<SecurityTable, readonly Column[]> = {
  NON_DERIVATIVE: [
    'title',
    ...DATES,
    'shares',
    'acquiredDisposed',
    'pricePerShare',
    'amountAfter',
    ...OWNERSHIP,
  ],
  DERIVATIVE: [
    'title',
    'conversionOrExercisePrice',
    ...DATES,
    'acquired',
    'disposed',
    ...UNDERLYING,
    'pricePerShare',
    'amountAfter',
    ...OWNERSHIP,
  ],
};

/** Form 3 has no transactions. */
const HOLDINGS: Record<SecurityTable, readonly Column[]> = {
  NON_DERIVATIVE: ['title', 'amountAfter', ...OWNERSHIP],
  DERIVATIVE: ['title', ...UNDERLYING, 'conversionOrExercisePrice', ...OWNERSHIP],
};
