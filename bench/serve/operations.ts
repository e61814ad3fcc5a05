import type { Random } from '../../src/server/demo/index.ts';
import { MILLION, madeAccessionNumber } from '../../test/support/million-entries.ts';

/** What is asked of each contender, in its own words. */
export interface Operation {
  readonly title: string;
  /** In the schema of ours. */
  readonly ours: string;
  /**
   * In the schema that the peer makes of peer-schema.sql, for the same leaf values in the same
   * order.
   */
  readonly peer: string | null;
  /** The subject whose CIK is drawn, or the filing whose accession number. */
  readonly of: 'people' | 'issuers' | 'filings';
  /** Whether it takes a viewpoint. */
  readonly isAsOf: boolean;
  /** The least share of the limit's rate, with 1.2 of the peer's; null where there is no goal. */
  readonly goal: number | null;
}

/** The least share of the peer's rate that ours should reach, where an operation has a goal. */
export const PEER_GOAL = 1.2;

/** Cells of a line that ours and the peer name alike. */
const TRANSACTION = `position effectiveOn transactionDate knownAt code codeAsFiled acquiredDisposed
  shares pricePerShare value totalValue amountAfter unitAfter ownership nature reconciliation flags
  timeliness`;
const HOLDING = `position effectiveOn knownAt amountAfter unitAfter ownership nature reconciliation
  flags`;

/** The operations that are measured, by name. */
export const OPERATIONS = {
  holdings: {
    title: 'person by CIK with holdings as of, known at, each with its issuer',
    ours: `query PersonHoldings($cik: CIK!, $asOf: Date!, $knownAt: DateTime!) {
      person(by: { cik: $cik }) { name cik
        holdings(asOf: $asOf, knownAt: $knownAt, first: 100) { nodes {
          security { title } ownership nature unit amount status reconciliation effectiveOn knownAt
          issuer { cik name ticker } } } } }`,
    peer: `query PersonHoldings($cik: String!, $asOf: Date!, $knownAt: Datetime!) {
      person: personByCik(cik: $cik) { name cik
        holdings(asOf: $asOf, knownAt: $knownAt, first: 100) { nodes {
          title ownership nature unit amount status reconciliation effectiveOn knownAt
          issuer { cik name ticker } } } } }`,
    of: 'people',
    isAsOf: true,
    goal: 0.5,
  },
  events: {
    title: '20 newest events of an issuer with people',
    ours: `query IssuerEvents($cik: CIK!) {
      issuer(by: { cik: $cik }) { name
        events(last: 20) { nodes { position type knownAt
          ... on TransactionReported { code transactionDate shares pricePerShare acquiredDisposed
            security { title } people { cik name } } } } } }`,
    peer: `query IssuerEvents($cik: String!) {
      issuer: issuerByCik(cik: $cik) { name
        events: newestEvents(count: 20) { nodes { position type knownAt
          code transactionDate shares pricePerShare acquiredDisposed
          title people: peopleList { cik name } } } } }`,
    of: 'issuers',
    isAsOf: false,
    goal: 0.4,
  },
  insiders: {
    title: 'issuer to insiders to their other issuers',
    ours: `query InsidersOtherIssuers($cik: CIK!, $asOf: Date!, $knownAt: DateTime!) {
      issuer(by: { cik: $cik }) { name
        insiders(asOf: $asOf, knownAt: $knownAt, first: 20) { nodes { roles officerTitle
          person { cik name
            relationships(asOf: $asOf, knownAt: $knownAt, first: 20) { nodes {
              roles issuer { cik name ticker } } } } } } } }`,
    peer: `query InsidersOtherIssuers($cik: String!, $asOf: Date!, $knownAt: Datetime!) {
      issuer: issuerByCik(cik: $cik) { name
        insiders(asOf: $asOf, knownAt: $knownAt, first: 20) { nodes { roles officerTitle
          person { cik name
            relationships(asOf: $asOf, knownAt: $knownAt, first: 20) { nodes {
              roles issuer { cik name ticker } } } } } } } }`,
    of: 'issuers',
    isAsOf: true,
    goal: 0.4,
  },
  filing: {
    title: 'filing by accession number with issuer, owners, lines and footnotes',
    ours: `query FilingPage($accessionNumber: AccessionNumber!) {
      filing(by: { accessionNumber: $accessionNumber }) {
        accessionNumber form isAmendment knownAt knownAtBasis filedOn periodOfReport
        dateOfOriginalSubmission amendmentOutcome remarks url
        issuer { cik name }
        reportingOwners { roles officerTitle person { cik name } }
        transactions { ${TRANSACTION}
          security { title table conversionOrExercisePrice expiresOn }
          footnotes { field footnote { id text } } }
        holdings { ${HOLDING}
          security { title table conversionOrExercisePrice expiresOn }
          footnotes { field footnote { id text } } }
        footnotes { id text } } }`,
    peer: `query FilingPage($accessionNumber: String!) {
      filing: filingByAccessionNumber(accessionNumber: $accessionNumber) {
        accessionNumber form isAmendment knownAt knownAtBasis filedOn periodOfReport
        dateOfOriginalSubmission amendmentOutcome remarks url
        issuer { cik name }
        reportingOwners: ownersList { roles officerTitle person { cik name } }
        transactions: transactionsList { ${TRANSACTION}
          title table conversionOrExercisePrice expiresOn footnotes: cited }
        holdings: holdingsList { ${HOLDING}
          title table conversionOrExercisePrice expiresOn footnotes: cited }
        footnotes } }`,
    of: 'filings',
    isAsOf: false,
    goal: null,
  },
  filings: {
    title: '20 newest filings of an issuer with owners',
    ours: `query IssuerFilings($cik: CIK!) {
      issuer(by: { cik: $cik }) { name
        filings(first: 20) { nodes {
          accessionNumber form isAmendment knownAt filedOn periodOfReport amendmentOutcome url
          issuer { cik name ticker }
          reportingOwners { roles officerTitle person { cik name } } } } } }`,
    peer: `query IssuerFilings($cik: String!) {
      issuer: issuerByCik(cik: $cik) { name
        filings: newestFilings(count: 20) { nodes {
          accessionNumber form isAmendment knownAt filedOn periodOfReport amendmentOutcome url
          issuer { cik name ticker }
          reportingOwners: ownersList { roles officerTitle person { cik name } } } } } }`,
    of: 'issuers',
    isAsOf: false,
    goal: null,
  },
  typename: {
    title: '{ __typename }: the framework alone',
    ours: 'query Bare { __typename }',
    peer: null,
    of: 'people',
    isAsOf: false,
    goal: null,
  },
} as const satisfies Record<string, Operation>;

/** The name of an operation. */
export type OperationName = keyof typeof OPERATIONS;

/** Who answers. */
export type ContenderName = 'ours' | 'limit' | 'peer';

/** How many people, issuers and filings the ledger has, to draw from. */
export interface Drawn {
  readonly people: number;
  readonly issuers: number;
  readonly filings: number;
}

/** The body of a random request, in the words of a contender; the same draws for each of them. */
export function drawBody(
  name: OperationName,
  contender: ContenderName,
  size: Drawn,
  random: Random,
): string {
  const operation: Operation = OPERATIONS[name];
  const variables = drawVariables(operation, size, random);
  if (contender === 'limit') return JSON.stringify({ operation: name, variables });
  return JSON.stringify({ query: operation[contender], variables });
}

const DAY = 86_400_000;

/** A filing; or a subject, and a day of the last ten years, known up to two years later. */
function drawVariables({ of, isAsOf }: Operation, size: Drawn, random: Random) {
  if (of === 'filings') {
    return { accessionNumber: madeAccessionNumber(1 + random.below(size.filings)) };
  }
  const cik = String(MILLION[of].first + BigInt(random.below(size[of]))).padStart(10, '0');
  const asOf = Date.UTC(2015, 0, 1 + random.below(3_650));
  const knownAt = asOf + random.below(730) * DAY;
  if (!isAsOf) return { cik };
  return {
    cik,
    asOf: new Date(asOf).toISOString().slice(0, 10),
    knownAt: new Date(knownAt).toISOString(),
  };
}
