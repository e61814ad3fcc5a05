import { ingest } from '../../src/ledger/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { graphql } from '../graphql/index.ts';
import { form4Document, type LineSketch } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const ASKED = graphql(`
  query ActionsAndHoldings($asOf: Date, $knownAt: DateTime) {
    issuers(first: 2) {
      nodes {
        corporateActions(knownAt: $knownAt) {
          kind
          newShares
          oldShares
          effectiveOn
          knownAt
          certain
          evidence { text footnote { id text } line { position filing { accessionNumber } } }
        }
        ownership(asOf: $asOf, knownAt: $knownAt) { total straddlesCorporateAction }
        adjusted: ownership(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) {
          direct
          indirect
          total
          straddlesCorporateAction
        }
        filed: holdings(asOf: $asOf, knownAt: $knownAt) {
          nodes { amount straddlesCorporateAction derived person { name } }
        }
        restated: holdings(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) {
          nodes { amount straddlesCorporateAction derived }
        }
      }
    }
    people {
      nodes {
        name
        holdings(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) { nodes { amount } }
      }
    }
    snapshot(asOf: "2024-12-31") {
      holdings(basis: ADJUSTED) { nodes { amount } }
    }
  }
`);

/** A history as filed, or adjusted. */
export const HISTORY = graphql(`
  query AdjustedHistory($person: ID!, $issuer: ID!, $basis: Basis) {
    node(id: $person) {
      ... on Person {
        holdingHistory(issuer: $issuer, basis: $basis) {
          points { change amount difference }
          balances { from amount derived }
        }
      }
    }
  }
`);

/** Whom a ledger knows. */
export const SUBJECTS = graphql(`
  query ActionSubjects {
    people { nodes { id } }
    issuers { nodes { id } }
  }
`);

const OWNERS = ['Doe Ann', 'Doe Bob', 'Doe Cyd', 'Doe Dan', 'Doe Eve'].map((name, index) => {
  return { cik: 600 + index, name };
});

/** A Form 4 of one owner, signed two days after its line. */
export function filed(number: number, owner: number, date: string, line: Omit<LineSketch, 'date'>) {
  const day = Number(date.slice(8)) + 2;
  return form4Document({
    number,
    owners: [OWNERS[owner] ?? { cik: 1, name: '' }],
    signedOn: `${date.slice(0, 8)}${String(day).padStart(2, '0')}`,
    lines: [{ date, ...line }],
  });
}

/** A grant, and what is held after it. */
export const granted = (shares: string, after: string): LineSketch => ({
  code: 'A',
  shares,
  after,
});
/** Shares withheld, and what is held after it, with a footnote. */
export const withheld = (shares: string, after: string, note?: string): LineSketch => {
  const line = { code: 'F', shares, after, acquired: false };
  return note === undefined ? line : { ...line, note };
};

/** A client of a ledger that took documents one after the other. */
export async function ledgerOf(documents: readonly SourceDocument[]) {
  const { database } = await createTestLedger();
  for (const document of documents) await ingest(database, [document]);
  return createClient(database);
}

/** The actions and holdings of the one issuer, on a day as known then. */
export async function asked(
  documents: readonly SourceDocument[],
  asOf = '2024-12-31',
  knownAt?: string,
) {
  const client = await ledgerOf(documents);
  const answer = await client.ask(ASKED, { asOf, knownAt: knownAt ?? null });
  const [issuer] = answer.issuers.nodes;
  if (issuer === undefined) throw new Error('An issuer is expected.');
  const actions = issuer.corporateActions.map(
    ({ kind, newShares, oldShares, effectiveOn, certain }) =>
      [kind, newShares, oldShares, effectiveOn, certain ? 'certain' : 'worked out'].join(' '),
  );
  return { ...issuer, actions, people: answer.people.nodes, snapshot: answer.snapshot };
}
