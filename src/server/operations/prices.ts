/** What a field reads beside the rows that it gives. */
export interface Price {
  /** Rows, where it is asked for. */
  readonly asked?: number;
  /** Rows for the number of its nodes in all. */
  readonly counted?: number;
}

/** The types that have the fields of every event. */
const EVENTS = [
  'LedgerEvent',
  'ReportedLine',
  'FilingReceived',
  'TransactionReported',
  'HoldingReported',
  'FilingAmended',
  'IdentityResolved',
  'FilingReread',
];

/** The price of a field of every event, by type and field. */
function ofEvents(field: string, price: Price): Record<string, Price> {
  return Object.fromEntries(EVENTS.map((type) => [`${type}.${field}`, price]));
}

/**
 * By type and field: what it reads of the ledger for an answer, whatever that has in it. Where that
 * depends on the subject, as of one with thousands of insiders. `npm run bench:fair` compares what
 * queries cost by it with the CPU that they take.
 */
export const PRICES: Readonly<Record<string, Price>> = {
  // A payload is as long as some rows, and so is each tile of the tree that a proof is made of.
  ...ofEvents('canonical', { asked: 3 }),
  ...ofEvents('inclusionProof', { asked: 10 }),
  'Ledger.consistencyProof': { asked: 10 },
  'Filing.source': { asked: 100 },
  'Holding.breakCause': { asked: 5 },
  'HoldingPoint.breakCause': { asked: 5 },
  'HoldingReported.breakCause': { asked: 5 },
  'ReportedLine.breakCause': { asked: 5 },
  'TransactionReported.breakCause': { asked: 5 },
  // Every filing is one of them until the first rereading has passed it.
  'Ledger.readingsBehind': { asked: 1_000 },
  'Ledger.filings': { asked: 1_000 },
  'Ledger.people': { asked: 500 },
  'Ledger.issuers': { asked: 50 },
  'Query.people': { asked: 300, counted: 300 },
  'Query.issuers': { asked: 50, counted: 100 },
  'Query.filings': { asked: 100, counted: 100 },
  'Query.events': { asked: 50, counted: 200 },
  'Query.transactions': { asked: 50, counted: 100 },
  'Query.clusters': { asked: 2_000, counted: 10_000 },
  'Query.search': { asked: 50, counted: 100 },
  'Query.connectionPath': { asked: 200 },
  'Snapshot.holdings': { asked: 100, counted: 5_000 },
  'Snapshot.relationships': { asked: 50, counted: 100 },
  'Snapshot.people': { asked: 100, counted: 300 },
  'Snapshot.changesSince': { asked: 50, counted: 1_000 },
  'Snapshot.issuers': { asked: 100, counted: 200 },
  'Issuer.holdings': { asked: 100, counted: 100 },
  'Issuer.holdingsOn': { asked: 1_000 },
  'Issuer.ownership': { asked: 100 },
  'Issuer.activity': { asked: 300 },
  'Issuer.corporateActions': { asked: 20 },
  'Issuer.insiders': { counted: 20 },
  'Revision.causes': { asked: 5 },
  'Revised.revisions': { asked: 10 },
  'Person.holdingHistory': { asked: 50 },
  'Person.coInsiders': { asked: 20, counted: 20 },
  'Person.roleHistory': { asked: 10 },
};

/** Of a list without a price of its own: those of one subject are few. */
const COUNTED = 20;

/** What a field costs, in rows, beside those it gives. */
export function priceOf(field: string, isCounted: boolean): number {
  const { asked = 0, counted = COUNTED } = PRICES[field] ?? {};
  return isCounted ? asked + counted : asked;
}
