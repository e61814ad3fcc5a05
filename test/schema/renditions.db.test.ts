import { expect, test } from 'vitest';
import type { Instant } from '../../src/values/index.ts';
import { parseFiling } from '../support/parse.ts';
import { type FullFiling, RENDITIONS } from '../support/renditions.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const NUMBER = '0009000101-23-000007';
const XML = sampleDocuments()[`tarnwick/${NUMBER}.xml`] ?? '';
const FILING = {
  ...parseFiling(XML, `${NUMBER}.xml`),
  filedOn: '2023-05-23',
  acceptedAt: '2023-05-23T13:00:01.000Z' as Instant,
} as FullFiling;

const text = (rendition: 'text page' | 'submission') =>
  new TextDecoder().decode(RENDITIONS[rendition](FILING).bytes);

interface Event {
  readonly type: string;
  readonly knownAt: string;
}
interface Answer {
  readonly filings: {
    readonly nodes: readonly {
      readonly id: string;
      readonly knownAt: string;
      readonly knownAtBasis: string;
      readonly issuer: { readonly id: string };
      readonly reportingOwners: readonly { readonly person: { readonly id: string } }[];
      readonly transactions: readonly { readonly id: string; readonly amountAfter: string }[];
      readonly events: readonly Event[];
    }[];
  };
  readonly events: { readonly nodes: readonly Event[]; readonly totalCount: number };
}

const EVERYTHING = `{
  filings {
    nodes {
      id knownAt knownAtBasis issuer { id } reportingOwners { person { id } }
      transactions { id amountAfter } events { type knownAt }
    }
  }
  events(filter: { knownFrom: "2023-05-23T13:00:01Z" }) {
    totalCount nodes { type knownAt ... on IdentityResolved { evidence subject { __typename } } }
  }
}`;

test('§2 §3 a richer rendition keeps every id, and dates every event of the filing by the best known-at', async () => {
  const ledger = await createTestLedger();
  const client = createClient(ledger.database);
  const ask = async () => (await client.send(EVERYTHING)).data as unknown as Answer;
  await ledger.append({ 'page.txt': text('text page') });
  const before = await ask();
  const [page] = before.filings.nodes;
  expect(page).toMatchObject({
    knownAt: '2023-05-23T02:00:00.000Z',
    knownAtBasis: 'SIGNATURE_DATE',
  });
  expect(before.events.totalCount).toBe(0);
  await ledger.append({ [`${NUMBER}.txt`]: text('submission') });
  const after = await ask();
  const [filing, ...others] = after.filings.nodes;
  expect(others).toEqual([]);
  expect(filing).toMatchObject({
    id: page?.id,
    knownAt: '2023-05-23T13:00:01.000Z',
    knownAtBasis: 'ACCEPTANCE',
    transactions: page?.transactions,
  });
  expect(new Set(filing?.events.map(({ knownAt }) => knownAt))).toEqual(new Set([filing?.knownAt]));
  expect(after.events.nodes).toHaveLength(4);
  expect(after.events.nodes.at(-1)).toMatchObject({
    type: 'IDENTITY_RESOLVED',
    subject: { __typename: 'Filing' },
  });
  const ids = [page?.id, page?.issuer.id, page?.reportingOwners[0]?.person.id];
  const { data } = await client.send(
    `query Old($ids: [ID!]!) { nodes(ids: $ids) { id ... on Person { cik } ... on Issuer { cik } } }`,
    { ids },
  );
  expect(data).toEqual({
    nodes: [
      { id: filing?.id },
      { id: filing?.issuer.id, cik: FILING.issuer.cik },
      { id: filing?.reportingOwners[0]?.person.id, cik: FILING.reportingOwners[0]?.cik },
    ],
  });
});
