import fc from 'fast-check';
import { inFieldOrder } from '../../../src/parser/footnote-references.ts';
import type {
  FiledAddress,
  FiledLine,
  FiledOwner,
  Filing,
  FootnoteField,
  SecurityTable,
} from '../../../src/parser/index.ts';
import { calendarDate, type Decimal, parseCik } from '../../../src/values/index.ts';

/** Words as filers write them, with what is dear to tables, Markdown and HTML among them. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('Common', 'Stock', 'Trust', 'By', 'L.P.', 'Série', 'A&B'),
  },
  fc.constantFrom('<b>', '&amp;', '|', '\\', '*', '**', '_x_', '$5', '"so"', "O'Neil", '—', '`'),
  fc.constantFrom('a|b', '1.', '-', '#', '>', '(a)', '日本', '%', '</td>', 'x<y', '\\|', '&lt;'),
);

/** One line of text without blanks at its ends, as every rendition gives it. */
const words = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim());

/** A name: of letters alone where brackets and dates around it have to be distinguished from it. */
const name = fc
  .array(
    fc.constantFrom('Quillon', 'Petra', 'Ostrelle', 'LLC', 'A&B', "d'Arc", 'de', 'Élan', 'x_y'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '));

const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const date = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => calendarDate(year, month, day))
  .filter((day) => day !== null);

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 9999 }), fc.boolean())
  .map(([whole, fraction, isNegative]): Decimal => {
    const digits = String(fraction).padStart(4, '0').replace(/0+$/, '');
    const text = digits === '' ? String(whole) : `${whole}.${digits}`;
    return (isNegative && text !== '0' ? `-${text}` : text) as Decimal;
  });

const cik = fc.integer({ min: 1, max: 9_999_999 }).map((number) => parseCik(String(number)));

const address: fc.Arbitrary<FiledAddress> = fc.record({
  isNonUs: fc.constant(null),
  street1: words,
  street2: nullable(words),
  city: words,
  state: fc.constantFrom('NY', 'A6'),
  nonUsStateTerritory: fc.constant(null),
  zip: fc.constantFrom('14228', 'M5J2T3'),
  country: fc.constant(null),
  stateDescription: nullable(words),
});

const owner: fc.Arbitrary<FiledOwner> = fc.record({
  cik,
  name,
  address: nullable(address),
  isDirector: fc.boolean(),
  isOfficer: fc.boolean(),
  isTenPercentOwner: fc.boolean(),
  isOther: fc.boolean(),
  officerTitle: nullable(words),
  otherText: nullable(words),
});

const FIELDS: Readonly<Record<SecurityTable, readonly FootnoteField[]>> = {
  NON_DERIVATIVE: [
    'title',
    'transactionDate',
    'deemedExecutionDate',
    'code',
    'timeliness',
    'shares',
    'totalValue',
    'pricePerShare',
    'acquiredDisposed',
    'amountAfter',
    'ownership',
    'nature',
  ],
  DERIVATIVE: [
    'title',
    'conversionOrExercisePrice',
    'transactionDate',
    'code',
    'shares',
    'pricePerShare',
    'exercisableOn',
    'expiresOn',
    'underlyingTitle',
    'underlyingShares',
    'underlyingValue',
    'amountAfter',
    'nature',
  ],
};

/** Footnotes of a generated filing: F1 to F5. */
const FOOTNOTES = 5;

const references = (table: SecurityTable, isTransaction: boolean) =>
  fc
    .array(
      fc.record({
        field: fc.constantFrom(
          ...FIELDS[table].filter((field) => isTransaction || !TRADED.has(field)),
        ),
        id: fc.integer({ min: 1, max: FOOTNOTES }).map((number) => `F${number}`),
      }),
      { maxLength: 5 },
    )
    .map(inFieldOrder);

const TRADED = new Set<FootnoteField>([
  'transactionDate',
  'deemedExecutionDate',
  'code',
  'timeliness',
  'shares',
  'totalValue',
  'pricePerShare',
  'acquiredDisposed',
]);

const cells = (table: SecurityTable, isTransaction: boolean) => {
  const derivative = <T>(arbitrary: fc.Arbitrary<T>) =>
    table === 'DERIVATIVE' ? nullable(arbitrary) : fc.constant(null);
  return {
    table: fc.constant(table),
    line: fc.constant(1),
    securityTitle: words,
    formType: fc.constantFrom('3', '4', '5', null),
    ownership: fc.constantFrom('DIRECT' as const, 'INDIRECT' as const),
    nature: nullable(words),
    sharesAfter: nullable(amount),
    valueAfter: nullable(amount),
    conversionOrExercisePrice: derivative(amount),
    exercisableOn: derivative(date),
    expiresOn: derivative(date),
    underlyingTitle: derivative(words),
    underlyingShares: derivative(amount),
    underlyingValue: derivative(amount),
    footnotes: references(table, isTransaction),
  };
};

const holding = (table: SecurityTable): fc.Arbitrary<FiledLine> =>
  fc.record({ kind: fc.constant('holding' as const), ...cells(table, false) });

const transaction = (table: SecurityTable): fc.Arbitrary<FiledLine> =>
  fc.record({
    kind: fc.constant('transaction' as const),
    ...cells(table, true),
    transactionDate: date,
    deemedExecutionDate: nullable(date),
    code: fc.constantFrom('P', 'S', 'A', 'M', 'F', 'G', 'J', 'K', ''),
    timeliness: fc.constantFrom('ON_TIME' as const, 'EARLY' as const, 'LATE' as const),
    equitySwapInvolved: fc.boolean(),
    voluntary: fc.boolean(),
    acquiredDisposed: fc.constantFrom('ACQUIRED' as const, 'DISPOSED' as const, null),
    shares: nullable(amount),
    totalValue: nullable(amount),
    pricePerShare: nullable(amount),
  });

const lines = (isForm3: boolean) => {
  const line = (table: SecurityTable) =>
    isForm3 ? holding(table) : fc.oneof(holding(table), transaction(table));
  const table = (kind: SecurityTable) =>
    fc
      .array(line(kind), { maxLength: 4 })
      .map((listed) => listed.map((one, index) => ({ ...one, line: index + 1 })));
  return fc
    .tuple(table('NON_DERIVATIVE'), table('DERIVATIVE'))
    .map(([first, second]) => [...first, ...second]);
};

/** Filings of every form, in the words that pages have to tell apart. */
export const pageFilings: fc.Arbitrary<Filing> = fc
  .constantFrom('FORM_3', 'FORM_3_A', 'FORM_4', 'FORM_4_A', 'FORM_5', 'FORM_5_A')
  .chain((form) => {
    const isForm3 = form.startsWith('FORM_3');
    return fc.record({
      accessionNumber: fc.constant(null),
      form: fc.constant(form),
      schemaVersion: fc.constant('X0508'),
      periodOfReport: date,
      dateOfOriginalSubmission: form.endsWith('_A') ? nullable(date) : fc.constant(null),
      filedOn: fc.constant(null),
      acceptedAt: fc.constant(null),
      issuer: fc.record({
        cik,
        name,
        tradingSymbol: fc.constantFrom('INVT', '[INVT]', 'A AND B', null),
        foreignTradingSymbol: fc.constantFrom('INV.L', null),
      }),
      reportingOwners: fc.array(owner, { minLength: 1, maxLength: 4 }),
      notSubjectToSection16: fc.boolean(),
      noSecuritiesOwned: fc.boolean(),
      form3HoldingsReported: fc.boolean(),
      form4TransactionsReported: fc.boolean(),
      aff10b5One: fc.constantFrom(true, false, null),
      lines: lines(isForm3),
      footnotes: fc
        .array(words, { minLength: FOOTNOTES, maxLength: FOOTNOTES })
        .map((texts) => texts.map((text, index) => ({ id: `F${index + 1}`, text }))),
      remarks: nullable(words),
      signatures: fc.array(fc.record({ name: name.map((one) => `/s/ ${one}`), date }), {
        minLength: 1,
        maxLength: 3,
      }),
      exhibits: fc.constant([]),
    });
  });
