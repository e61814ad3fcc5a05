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
  /** The subject whose CIK is drawn, the filing whose accession number, or a code of trades. */
  readonly of: 'people' | 'issuers' | 'filings' | 'codes';
  /** What else is drawn: an instant, or with it a day, or the month ends of a year. */
  readonly at: 'nothing' | 'instant' | 'viewpoint' | 'months';
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
    at: 'viewpoint',
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
    at: 'nothing',
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
    at: 'viewpoint',
    goal: 0.4,
  },
  transactions: {
    title: '20 newest transactions of a code over all issuers as known at, with issuers and people',
    ours: `query NewestTransactions($code: TransactionCode!, $knownAt: DateTime!) {
      transactions(filter: { codes: [$code] }, knownAt: $knownAt, first: 20) { nodes {
        position effectiveOn knownAt code acquiredDisposed shares pricePerShare value
        security { title } issuer { cik name ticker } people { cik name } } } }`,
    peer: `query NewestTransactions($code: String!, $knownAt: Datetime!) {
      transactions: newestTransactions(code: $code, knownAt: $knownAt, count: 20) { nodes {
        position effectiveOn knownAt code acquiredDisposed shares pricePerShare value
        title issuer { cik name ticker } people: peopleList { cik name } } } }`,
    of: 'codes',
    at: 'instant',
    goal: 0.5,
  },
  holdingsOn: {
    title: 'person by CIK with holdings at twelve month ends, each with its issuer',
    ours: `query MonthEnds($cik: CIK!, $dates: [Date!]!, $knownAt: DateTime!) {
      person(by: { cik: $cik }) { name cik
        holdingsOn(dates: $dates, knownAt: $knownAt, first: 100) { holdings { nodes {
          security { title } ownership nature unit amount status reconciliation effectiveOn knownAt
          issuer { cik name ticker } } } } } }`,
    peer: `query MonthEnds($cik: String!, $dates: [Date]!, $knownAt: Datetime!) {
      person: personByCik(cik: $cik) { name cik
        holdingsOn(dates: $dates, knownAt: $knownAt) { nodes {
          title ownership nature unit amount status reconciliation effectiveOn knownAt
          issuer { cik name ticker } } } } }`,
    of: 'people',
    at: 'months',
    goal: 0.5,
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
    at: 'nothing',
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
    at: 'nothing',
    goal: null,
  },
  typename: {
    title: '{ __typename }: the framework alone',
    ours: 'query Bare { __typename }',
    peer: null,
    of: 'people',
    at: 'nothing',
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

const CODES = ['P', 'S', 'A', 'M', 'F'] as const;

/** What an operation is asked about; days of the last ten years, known up to two years later. */
function drawVariables({ of, at }: Operation, size: Drawn, random: Random) {
  const subject = drawSubject(of, size, random);
  if (at === 'nothing') return subject;
  const day = Date.UTC(2015, 0, 1 + random.below(3_650));
  const knownAt = new Date(day + random.below(730) * DAY).toISOString();
  if (at === 'instant') return { ...subject, knownAt };
  if (at === 'viewpoint') return { ...subject, asOf: dayOf(day), knownAt };
  const year = new Date(day).getUTCFullYear();
  const dates = Array.from({ length: 12 }, (_, month) => dayOf(Date.UTC(year, month + 1, 0)));
  return { ...subject, dates, knownAt };
}

function drawSubject(of: Operation['of'], size: Drawn, random: Random): Record<string, string> {
  if (of === 'codes') return { code: random.pick(CODES) };
  if (of === 'filings') {
    return { accessionNumber: madeAccessionNumber(1 + random.below(size.filings)) };
  }
  const id = MILLION[of].first + BigInt(random.below(size[of]));
  return { cik: String(id).padStart(10, '0') };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
