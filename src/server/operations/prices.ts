/** What a field reads beside the rows that it gives, for each list that it gives. */
export interface Price {
  /** Rows, where it is asked for itself, and not for the number of its nodes alone. */
  readonly asked?: number;
  /** Rows for the number of its nodes in all. */
  readonly counted?: number;
  /** Rows for that number where a filter is given: what does not pass is read too. */
  readonly filtered?: number;
}

/** What is asked of a list. */
export interface Asked {
  /** The number of its nodes in all. */
  readonly isCounted: boolean;
  /** Itself, and not its number alone. */
  readonly isListed: boolean;
  readonly isFiltered: boolean;
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
  'Ledger.readingsBehind': { asked: 5_000 },
  'Ledger.filings': { asked: 1_000 },
  'Ledger.people': { asked: 500 },
  'Ledger.issuers': { asked: 50 },
  'Query.people': { asked: 100, counted: 100, filtered: 1_500 },
  'Query.issuers': { asked: 50, counted: 100, filtered: 300 },
  'Query.filings': { asked: 500, counted: 100, filtered: 200 },
  'Query.events': { asked: 100, counted: 100, filtered: 1_500 },
  'Query.transactions': { asked: 50, counted: 250, filtered: 1_000 },
  'Query.clusters': { asked: 4_000, counted: 10_000 },
  'Query.search': { asked: 50, counted: 100 },
  'Query.connectionPath': { asked: 100 },
  'Snapshot.holdings': { asked: 800, counted: 4_000 },
  'Snapshot.relationships': { asked: 50, counted: 100 },
  'Snapshot.people': { asked: 50, counted: 300 },
  'Snapshot.changesSince': { asked: 50, counted: 1_000 },
  'Snapshot.issuers': { asked: 100, counted: 200 },
  // By a subject's size, which no operation shows: the large ones are what an attack asks for.
  'Issuer.holdings': { asked: 700, counted: 700 },
  'Issuer.holdingsOn': { asked: 700 },
  'Issuer.ownership': { asked: 500 },
  'Issuer.activity': { asked: 500 },
  'Issuer.corporateActions': { asked: 300 },
  'Issuer.insiders': { asked: 150, counted: 150 },
  'Revision.causes': { asked: 5 },
  'Revised.revisions': { asked: 10 },
  'Person.holdingHistory': { asked: 50 },
  'Person.coInsiders': { asked: 50, counted: 50 },
  'Person.roleHistory': { asked: 30 },
  'Person.holdings': { asked: 20, counted: 80 },
};

/** Of a list without a price of its own: those of one subject are few. */
const COUNTED = 5;

/** What a field costs, in rows, beside those it gives. */
export function priceOf(field: string, { isCounted, isListed, isFiltered }: Asked): number {
  const { asked = 0, counted = COUNTED, filtered = counted } = PRICES[field] ?? {};
  const ofNumber = isFiltered ? filtered : counted;
  return (isListed ? asked : 0) + (isCounted ? ofNumber : 0);
}
