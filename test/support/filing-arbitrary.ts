import fc from 'fast-check';
import { inFieldOrder } from '../../src/parser/footnote-references.ts';
import type {
  FiledFootnoteReference,
  FiledLine,
  FiledOwner,
  Filing,
  FootnoteField,
} from '../../src/parser/index.ts';
import {
  calendarDate,
  type Decimal,
  parseAccessionNumber,
  parseCik,
  parseDecimal,
  parseInstant,
} from '../../src/values/index.ts';

/**
 * Text as a rendition gives it: white space folded, only characters that XML knows, never blank.
 */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom('"', "'", '\\', '\t', '\n', ' ', '#', ',', 'é', '𝒜', 'x') }),
    fc.constantFrom('"', '""', '"By Trust"', 'a "b" c', '"x', 'y"', '\\DE\\', '#FOOTNOTES', '=1+1'),
  )
  .map(fold)
  .filter((folded) => folded !== '');

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const date = fc
  .record({ year: fc.nat({ max: 9998 }), month: fc.nat({ max: 11 }), day: fc.nat({ max: 27 }) })
  .map(({ year, month, day }) => known(calendarDate(year + 1, month + 1, day + 1)));

const amount = fc
  .record({
    sign: fc.constantFrom('', '', '', '-'),
    whole: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    places: fc.string({ unit: fc.constantFrom('0', '1', '4', '5', '9'), maxLength: 6 }),
  })
  .map(({ sign, whole, places }): Decimal => known(parseDecimal(`${sign}${whole}.${places}`)));

const cik = fc.integer({ min: 1, max: 9_999_999_999 }).map((digits) => parseCik(String(digits)));

const address = fc.record({
  isNonUs: orNull(fc.boolean()),
  street1: orNull(text),
  street2: orNull(text),
  city: orNull(text),
  state: orNull(text),
  nonUsStateTerritory: orNull(text),
  zip: orNull(text),
  country: orNull(text),
  stateDescription: orNull(text),
});

const owner: fc.Arbitrary<FiledOwner> = fc.record({
  cik,
  name: text,
  address: orNull(address),
  isDirector: fc.boolean(),
  isOfficer: fc.boolean(),
  isTenPercentOwner: fc.boolean(),
  isOther: fc.boolean(),
  officerTitle: orNull(text),
  otherText: orNull(text),
});

const TABLE_I: readonly FootnoteField[] = ['title', 'code', 'amountAfter', 'ownership', 'nature'];
const TABLE_II: readonly FootnoteField[] = [
  ...TABLE_I,
  'conversionOrExercisePrice',
  'exercisableOn',
  'expiresOn',
  'underlyingTitle',
  'underlyingShares',
  'underlyingValue',
];
const TRANSACTION: readonly FootnoteField[] = [
  'transactionDate',
  'deemedExecutionDate',
  'timeliness',
  'shares',
  'totalValue',
  'pricePerShare',
  'acquiredDisposed',
];

function line(table: FiledLine['table'], kind: FiledLine['kind']): fc.Arbitrary<FiledLine> {
  const isDerivative = table === 'DERIVATIVE';
  const ifDerivative = <T>(arbitrary: fc.Arbitrary<T>) =>
    isDerivative ? orNull(arbitrary) : fc.constant(null);
  const fields = [
    ...(isDerivative ? TABLE_II : TABLE_I),
    ...(kind === 'transaction' ? TRANSACTION : []),
  ];
  const mark: fc.Arbitrary<FiledFootnoteReference> = fc.record({
    field: fc.constantFrom(...fields),
    id: fc.integer({ min: 1, max: 12 }).map((number) => `F${number}`),
  });
  const cells = {
    table: fc.constant(table),
    line: fc.constant(0),
    securityTitle: text,
    formType: orNull(fc.constantFrom('3', '4', '5')),
    ownership: fc.constantFrom('DIRECT' as const, 'INDIRECT' as const),
    nature: orNull(text),
    sharesAfter: orNull(amount),
    valueAfter: orNull(amount),
    conversionOrExercisePrice: ifDerivative(amount),
    exercisableOn: ifDerivative(date),
    expiresOn: ifDerivative(date),
    underlyingTitle: ifDerivative(text),
    underlyingShares: ifDerivative(amount),
    underlyingValue: ifDerivative(amount),
    footnotes: fc.array(mark, { maxLength: 4 }).map(inFieldOrder),
  };
  if (kind === 'holding') return fc.record({ kind: fc.constant(kind), ...cells });
  return fc.record({
    kind: fc.constant(kind),
    ...cells,
    transactionDate: date,
    deemedExecutionDate: orNull(date),
    code: fc.constantFrom('', 'P', 'S', 'M', '?'),
    timeliness: fc.constantFrom('ON_TIME' as const, 'EARLY' as const, 'LATE' as const),
    equitySwapInvolved: fc.boolean(),
    voluntary: fc.constant(false),
    acquiredDisposed: fc.constantFrom('ACQUIRED' as const, 'DISPOSED' as const, null),
    shares: orNull(amount),
    totalValue: orNull(amount),
    pricePerShare: orNull(amount),
  });
}

const lines = (table: FiledLine['table']) =>
  fc.array(fc.oneof(line(table, 'transaction'), line(table, 'holding')), { maxLength: 5 });

/**
 * A filing as ownership XML can say it, with what submissions add; its accession number is known.
 */
export const filings: fc.Arbitrary<Filing> = fc
  .record({
    accessionNumber: fc
      .integer({ min: 0, max: 999_999 })
      .map((number) => parseAccessionNumber(`0009000100-24-${String(number).padStart(6, '0')}`)),
    form: fc.constantFrom(
      ...(['FORM_3', 'FORM_3_A', 'FORM_4', 'FORM_4_A', 'FORM_5', 'FORM_5_A'] as const),
    ),
    schemaVersion: orNull(fc.constantFrom('X0306', 'X0508')),
    periodOfReport: orNull(date),
    dateOfOriginalSubmission: orNull(date),
    filedOn: orNull(date),
    acceptedAt: orNull(fc.constant(known(parseInstant('2024-03-05T21:00:00.000Z')))),
    issuer: fc.record({
      cik,
      name: text,
      tradingSymbol: orNull(text),
      foreignTradingSymbol: orNull(text),
    }),
    reportingOwners: fc.array(owner, { minLength: 1, maxLength: 3 }),
    notSubjectToSection16: fc.boolean(),
    noSecuritiesOwned: fc.boolean(),
    form3HoldingsReported: fc.boolean(),
    form4TransactionsReported: fc.boolean(),
    aff10b5One: orNull(fc.boolean()),
    tableI: lines('NON_DERIVATIVE'),
    tableII: lines('DERIVATIVE'),
    footnotes: fc.uniqueArray(
      fc.record({ id: fc.integer({ min: 1, max: 12 }).map((n) => `F${n}`), text }),
      { maxLength: 5, selector: ({ id }) => id },
    ),
    remarks: orNull(text),
    signatures: fc.array(fc.record({ name: text, date: orNull(date) }), { maxLength: 3 }),
    exhibits: fc.array(
      fc.record({ type: fc.constant('EX-24'), fileName: orNull(text), description: orNull(text) }),
      { maxLength: 1 },
    ),
  })
  .map(({ tableI, tableII, ...filing }) => ({
    ...filing,
    lines: [...numbered(tableI, filing.form), ...numbered(tableII, filing.form)],
  }));

/** The lines of one table counted, and voluntary where form type 5 stands on a Form 4. */
function numbered(table: readonly FiledLine[], form: Filing['form']): FiledLine[] {
  const isForm4 = form === 'FORM_4' || form === 'FORM_4_A';
  return table.map((one, index) => ({
    ...one,
    line: index + 1,
    ...(one.kind === 'transaction' ? { voluntary: isForm4 && one.formType === '5' } : {}),
  }));
}

function fold(raw: string): string {
  return raw
    .replace(/[^\P{Cc}\s]|[\ufffe\uffff]/gu, '')
    .replace(/[\s\u180e\u200b\u2060]+/g, ' ')
    .trim();
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('The arbitrary makes what is no value.');
  return value;
}
