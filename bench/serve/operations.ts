import { MILLION } from '../../test/support/million-entries.ts';
import type { Random } from '../../test/support/random.ts';

/** What is asked of each contender, in its own words. */
export interface Operation {
  readonly title: string;
  /** In the schema of ours. */
  readonly ours: string;
  /** In the schema that the peer makes of peer-schema.sql, for the same leaf values in the same order. */
  readonly peer: string | null;
  /** The subject whose CIK is drawn. */
  readonly of: 'people' | 'issuers';
  /** Whether it takes a viewpoint. */
  readonly isAsOf: boolean;
  /** The least share of the limit's rate; of the peer's 1.2 is asked everywhere. */
  readonly goal: number | null;
}

/** The least share of the peer's rate that ours should reach. */
export const PEER_GOAL = 1.2;

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

/** How many people and issuers the ledger has, to draw from. */
export interface Drawn {
  readonly people: number;
  readonly issuers: number;
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

/** A subject, and a day of the last ten years, known up to two years later. */
function drawVariables({ of, isAsOf }: Operation, size: Drawn, random: Random) {
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
