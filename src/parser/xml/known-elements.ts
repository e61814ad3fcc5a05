import type { SecurityTable } from '../filing.ts';

/**
 * What an element may hold: elements by name, each once unless REPEATED has it. Null where it holds
 * text alone; `value` among the elements where its text stands either in that or in itself.
 */
export type Shape = null | { readonly [name: string]: Shape };

const TEXT = { value: null };
const CELL = { value: null, footnoteId: {} };

const AFTER = {
  postTransactionAmounts: {
    sharesOwnedFollowingTransaction: CELL,
    valueOwnedFollowingTransaction: CELL,
  },
  ownershipNature: { directOrIndirectOwnership: CELL, natureOfOwnership: CELL },
};
const TABLE_II = {
  conversionOrExercisePrice: CELL,
  exerciseDate: CELL,
  expirationDate: CELL,
  underlyingSecurity: {
    underlyingSecurityTitle: CELL,
    underlyingSecurityShares: CELL,
    underlyingSecurityValue: CELL,
  },
};
const HOLDING = {
  securityTitle: CELL,
  transactionCoding: { transactionFormType: TEXT, footnoteId: {} },
  ...AFTER,
};
const TRANSACTION = {
  securityTitle: CELL,
  transactionDate: CELL,
  deemedExecutionDate: CELL,
  transactionCoding: {
    transactionFormType: TEXT,
    transactionCode: CELL,
    equitySwapInvolved: TEXT,
    footnoteId: {},
  },
  transactionTimeliness: CELL,
  transactionAmounts: {
    transactionShares: CELL,
    transactionTotalValue: CELL,
    transactionPricePerShare: CELL,
    /** The price of X0101 (2003), which has no other. */
    transactionValue: CELL,
    transactionAcquiredDisposedCode: CELL,
  },
  ...AFTER,
};

/** X0101 writes a row of either kind as a security, under the root or in a table. */
const TABLE_ONE = {
  nonDerivativeTransaction: TRANSACTION,
  nonDerivativeHolding: HOLDING,
  nonDerivativeSecurity: TRANSACTION,
};
const TABLE_TWO = {
  derivativeTransaction: { ...TRANSACTION, ...TABLE_II },
  derivativeHolding: { ...HOLDING, ...TABLE_II },
  derivativeSecurity: { ...TRANSACTION, ...TABLE_II },
};

/** What a row states: X0101 has rows that may be either. */
export type RowKind = 'transaction' | 'holding' | 'either';

/** The rows of each table, by the name of their element. */
export const ROWS: Readonly<Record<SecurityTable, ReadonlyMap<string, RowKind>>> = {
  NON_DERIVATIVE: new Map([
    ['nonDerivativeTransaction', 'transaction'],
    ['nonDerivativeHolding', 'holding'],
    ['nonDerivativeSecurity', 'either'],
  ]),
  DERIVATIVE: new Map([
    ['derivativeTransaction', 'transaction'],
    ['derivativeHolding', 'holding'],
    ['derivativeSecurity', 'either'],
  ]),
};

/**
 * Every element of the EDGAR Ownership XML Technical Specification, X0101 to X0609, in its place.
 * All of them are read but those that IGNORED names.
 */
export const OWNERSHIP_DOCUMENT = {
  schemaVersion: TEXT,
  documentType: TEXT,
  periodOfReport: TEXT,
  dateOfOriginalSubmission: TEXT,
  noSecuritiesOwned: TEXT,
  notSubjectToSection16: TEXT,
  form3HoldingsReported: TEXT,
  form4TransactionsReported: TEXT,
  aff10b5One: TEXT,
  issuer: {
    issuerCik: TEXT,
    issuerName: TEXT,
    issuerTradingSymbol: TEXT,
    issuerForeignTradingSymbol: TEXT,
  },
  reportingOwner: {
    reportingOwnerId: { rptOwnerCik: TEXT, rptOwnerCcc: null, rptOwnerName: TEXT },
    reportingOwnerAddress: {
      rptOwnerNonUSAddressFlag: TEXT,
      rptOwnerStreet1: TEXT,
      rptOwnerStreet2: TEXT,
      rptOwnerCity: TEXT,
      rptOwnerState: TEXT,
      rptOwnerNonUSStateTerritory: TEXT,
      rptOwnerZipCode: TEXT,
      rptOwnerCountry: TEXT,
      rptOwnerStateDescription: TEXT,
      rptOwnerGoodAddress: null,
    },
    reportingOwnerRelationship: {
      isDirector: TEXT,
      isOfficer: TEXT,
      isTenPercentOwner: TEXT,
      isOther: TEXT,
      officerTitle: TEXT,
      otherText: TEXT,
    },
  },
  nonDerivativeTable: TABLE_ONE,
  nonDerivativeSecurity: TABLE_ONE.nonDerivativeSecurity,
  derivativeTable: TABLE_TWO,
  derivativeSecurity: TABLE_TWO.derivativeSecurity,
  footnotes: { footnote: null },
  remarks: TEXT,
  ownerSignature: { signatureName: TEXT, signatureDate: TEXT },
} satisfies Shape;

/** What may stand more than once in one place, and is then read each time. */
export const REPEATED: ReadonlySet<string> = new Set([
  'reportingOwner',
  'nonDerivativeTable',
  'nonDerivativeTransaction',
  'nonDerivativeHolding',
  'nonDerivativeSecurity',
  'derivativeTable',
  'derivativeTransaction',
  'derivativeHolding',
  'derivativeSecurity',
  'footnotes',
  'footnote',
  'footnoteId',
  'ownerSignature',
]);

/** The elements that no Filing has a place for, and why. */
export const IGNORED: Readonly<Record<string, string>> = {
  rptOwnerCcc: "a filer's secret code, which EDGAR takes out before it publishes",
  rptOwnerGoodAddress: "filled in by EDGAR for itself: 'Do not provide a value for this element'",
};

/** The attributes that say something, by element. */
export const ATTRIBUTES: Readonly<Record<string, string>> = { footnote: 'id', footnoteId: 'id' };

/** Attributes that mean nothing here: namespaces are of no account, nor is where a schema lies. */
export const IGNORED_ATTRIBUTE = /^(?:xmlns$|xmlns:|xsi:|xml:)/;

/**
 * The name of every element, each as the engine's one copy of a string, as keys of objects are:
 * comparing two of them is comparing addresses.
 */
export const ELEMENT_NAMES: readonly string[] = [
  ...new Set(['ownershipDocument', ...namesIn(OWNERSHIP_DOCUMENT)]),
];

/** The elements that stand in rows alone, marks and the text of cells left out. */
export const LINE_NAMES: ReadonlySet<string> = new Set(
  Object.entries({ ...TABLE_ONE, ...TABLE_TWO })
    .flatMap(([row, shape]) => [row, ...namesIn(shape)])
    .filter((name) => name !== 'value' && name !== 'footnoteId'),
);

/** The elements that have elements alone, and no text. */
export const CONTAINERS: ReadonlySet<string> = new Set(containersIn(OWNERSHIP_DOCUMENT));

function containersIn(shape: Shape): string[] {
  return Object.entries(shape ?? {}).flatMap(([name, inner]) =>
    inner === null || 'value' in inner || name === 'footnoteId'
      ? []
      : [name, ...containersIn(inner)],
  );
}

function namesIn(shape: Shape): string[] {
  return Object.entries(shape ?? {}).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
