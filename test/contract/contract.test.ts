import { readFileSync } from 'node:fs';
import { parse, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { schemaParts } from './schema-parts.ts';

/** Parts of the contract that later issues bring. This list can only shrink. */
const STILL_TO_COME: readonly string[] = [
  'Holding.derivedFrom',
  'LedgerEventType.RENDITION_ADDED',
  'RenditionAdded',
];

/** What this server says beyond the contract. */
const BEYOND = [
  'AccountEvidence',
  'BreakCause.SIGN_ERROR',
  'CorporateAction.certain',
  'CreateWatchInput',
  'CreateWatchPayload',
  'DatedBalance',
  'DeadLetter',
  'Filing.amendmentCandidates',
  'FilingAmended.candidates',
  'FilingAmended.canonical',
  'FilingAmended.inclusionProof',
  'FilingReceived.canonical',
  'FilingReceived.inclusionProof',
  'Holding.accountEvidence',
  'HoldingPoint.accountEvidence',
  'HoldingPoint.difference',
  'HoldingReported implements ReportedLine',
  'HoldingReported.breakCause',
  'HoldingReported.canonical',
  'HoldingReported.inclusionProof',
  'HoldingSeries.balances',
  'HoldingsOnDate.holdings(after:)',
  'HoldingsOnDate.holdings(first:)',
  'IdentityResolved.canonical',
  'IdentityResolved.inclusionProof',
  'HeaderFacts',
  'InclusionProof.text',
  'Issuer.fiscalYearEnd(knownAt:)',
  'Issuer.formerTickers',
  'Issuer.headerFacts',
  'Issuer.sic(knownAt:)',
  'Issuer.sicDescription',
  'Issuer.stateOfIncorporation(knownAt:)',
  'IssuerFilter.anyName',
  'IssuerFilter.fiscalYearEnds',
  'IssuerFilter.sics',
  'IssuerFilter.statesOfIncorporation',
  'LineFlag.ORIGINAL_MISSING',
  'MatchEvidence.SAME_PLACE',
  'NameUse.until',
  'Mutation.createWatch',
  'Mutation.pauseWatch',
  'Mutation.removeWatch',
  'Mutation.replayWatch',
  'Mutation.retryDeadLetters',
  'Mutation.testWatch',
  'OwnershipTotal.straddlesCorporateAction',
  'Person.roleHistory',
  'Query.ledger(minPosition:)',
  'Query.watches',
  'ReportingOwner.title',
  'Revised.atEveryKnownAt',
  'SearchHit = Filing',
  'Snapshot.changesSince(asOf:)',
  'TestWatchPayload',
  'TransactionFilter.forms',
  'TransactionFilter.sics',
  'TransactionFilter.statesOfIncorporation',
  'TransactionReported implements ReportedLine',
  'TransactionReported.breakCause',
  'TransactionReported.canonical',
  'TransactionReported.inclusionProof',
  'Watch',
  'WatchChannel',
  'WatchDigest',
];

const contract = new Map(
  ['contract.graphql', 'contract-2.graphql'].flatMap((part) => [
    ...schemaParts(parse(readFileSync(new URL(part, import.meta.url), 'utf8'))),
  ]),
);
const served = schemaParts(parse(printSchema(schema)));

const named = (names: readonly string[], part: string) =>
  names.some(
    (name) => part === name || new RegExp(`^${name.replace(/[()]/g, '\\$&')}[.(= ]`).test(part),
  );
const isToCome = (part: string) => named(STILL_TO_COME, part);

test('every part of the contract is served as it stands there, or is on the list of what is to come', () => {
  const due = [...contract].filter(([part]) => !isToCome(part));
  expect(due.map(([part]) => `${part}: ${served.get(part)}`)).toEqual(
    due.map(([part, text]) => `${part}: ${text}`),
  );
});

test('nothing that is served is on the list of what is to come, and all of that is in the contract', () => {
  expect([...served.keys()].filter(isToCome)).toEqual([]);
  expect(STILL_TO_COME.filter((name) => !contract.has(name))).toEqual([]);
});

test('beyond the contract there are the connections it describes in words, and what is listed', () => {
  const more = [...served.keys()].filter((part) => !contract.has(part));
  const isConnection = (part: string) => /^(\w+(Connection|Edge)|PageInfo)\b/.test(part);
  const rest = more.filter((part) => !isConnection(part) && !named(BEYOND, part));
  expect(rest).toEqual([]);
  expect(BEYOND.filter((name) => !served.has(name))).toEqual([]);
});

test('a connection has edges, nodes, pageInfo and totalCount', () => {
  for (const [part, kind] of served) {
    if (kind !== 'type' || !part.endsWith('Connection')) continue;
    const name = part.slice(0, -'Connection'.length);
    const node = name === 'Search' ? 'SearchHit' : name;
    expect(served.get(`${part}.edges`)).toBe(`[${name}Edge!]!`);
    expect(served.get(`${part}.nodes`)).toBe(`[${node}!]!`);
    expect(served.get(`${part}.pageInfo`)).toBe('PageInfo!');
    expect(served.get(`${part}.totalCount`)).toBe('Int!');
    expect(served.get(`${name}Edge.node`)).toBe(`${node}!`);
    expect(served.get(`${name}Edge.cursor`)).toBe('String!');
  }
});
