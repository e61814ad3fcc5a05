import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { revisionsOfEvents } from '../../src/reads/index.ts';
import { bought, filedForm, filedNumber } from '../support/filed-form.ts';
import { tablesRead } from '../support/tables-read.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { invented } from './samples.ts';

let client: Client;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  client = createClient(ledger.database);
});

const changes = (asOf: string, since: string, filter = '') => `{
  snapshot(asOf: "${asOf}") { changesSince(knownAt: "${since}" ${filter}) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      account person { name } issuer { ticker }
      before { amount nature status knownAt breakCause security { title } }
      after { amount nature status knownAt account }
      causes { position type filing { accessionNumber } }
    }
  } } }`;

async function ask(query: string) {
  const { data, errors } = await client.send(query);
  expect(errors).toBeUndefined();
  return (data as { snapshot: { changesSince: Changes } }).snapshot.changesSince;
}

interface Changes {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly {
    readonly account: string;
    readonly person: { readonly name: string };
    readonly before: { readonly amount: string; readonly status: string } | null;
    readonly after: { readonly amount: string; readonly account: string } | null;
    readonly causes: readonly {
      readonly type: string;
      readonly filing: { readonly accessionNumber: string };
    }[];
  }[];
}

it('§6 a correction filed a week later changes what is answered, and is its cause', async () => {
  const { nodes, totalCount } = await ask(changes('2023-03-07', '2023-03-10'));
  expect(totalCount).toBe(nodes.length);
  const [varnhagel] = nodes.filter(({ person }) => person.name.startsWith('Varnhagel'));
  expect(varnhagel).toMatchObject({
    before: { amount: '155000', status: 'CURRENT' },
    after: { amount: '155500' },
  });
  expect(varnhagel?.after?.account).toBe(varnhagel?.account);
  expect(varnhagel?.causes.map(({ filing }) => filing.accessionNumber)).toEqual([
    '0009000101-23-000005',
  ]);
});

it('§5 a late line changes the balance of its day, and one that is left out is CARRIED', async () => {
  const late = await ask(changes('2023-05-10', '2023-12-31'));
  expect(late.nodes.map(({ before, after }) => [before?.amount, after?.amount])).toContainEqual([
    '12400',
    '12550',
  ]);
  const left = await ask(changes('2023-12-01', '2023-12-04'));
  const spouse = left.nodes.filter(
    ({ before, after }) => before?.status === 'CURRENT' && before.amount === after?.amount,
  );
  expect(spouse).toMatchObject([{ before: { amount: '1500' }, after: { status: 'CARRIED' } }]);
  expect(spouse[0]?.causes.map(({ filing }) => filing.accessionNumber)).toContain(
    '0009000101-23-000016',
  );
});

it('§5 a Form 3 of nothing is the cause of what it closes, and is sent as such', async () => {
  const ledger = await createTestLedger(afterAll);
  const owners = [{ cik: 1, name: 'Bellows Ann' }];
  const rows = [bought('100', '1100', { date: '2024-01-05' })];
  await ingest(ledger.database, [filedForm({ number: 1, signedOn: '2024-01-05', owners, rows })]);
  const nothing = { form: '3', isNothingOwned: true, owners };
  await ingest(ledger.database, [filedForm({ ...nothing, number: 2, signedOn: '2024-06-01' })]);
  const { data } = await createClient(ledger.database).send(changes('2024-12-31', '2024-03-01'));
  expect(
    (data as { snapshot: { changesSince: Changes } }).snapshot.changesSince.nodes,
  ).toMatchObject([
    {
      before: { amount: '1100', status: 'CURRENT' },
      after: null,
      causes: [{ type: 'FILING_RECEIVED', filing: { accessionNumber: filedNumber(2) } }],
    },
  ]);
  const { rows: received } = await ledger.database.pool.query<{ id: bigint }>(
    `SELECT id FROM filing WHERE form = 'FORM_3'`,
  );
  const revised = await revisionsOfEvents(
    ledger.database.pool,
    received.map(({ id }) => id),
  );
  expect(revised.map((own) => own.map(({ before, after }) => [before?.amount, after]))).toEqual([
    [['1100', null]],
  ]);
});

it('changesSince pages by its cursor, looks back too, and refuses a list that is no page', async () => {
  const forward = await ask(changes('2024-12-31', '2023-06-01', 'first: 100'));
  const pages: string[] = [];
  let after = '';
  for (;;) {
    const page = await ask(changes('2024-12-31', '2023-06-01', `first: 2 ${after}`));
    pages.push(...page.nodes.map(({ account }) => account));
    if (!page.pageInfo.hasNextPage) break;
    after = `after: "${page.pageInfo.endCursor}"`;
  }
  expect(pages).toEqual(forward.nodes.map(({ account }) => account));
  const back = `{ snapshot(asOf: "2024-12-31", knownAt: "2023-06-01") {
    changesSince(knownAt: "2030-01-01", first: 100) { nodes { account before { amount } after { amount } } } } }`;
  expect(
    (await ask(back)).nodes.map(({ before, after: now }) => [before?.amount, now?.amount]),
  ).toEqual(forward.nodes.map(({ before, after: now }) => [now?.amount, before?.amount]));
  const { errors } = await client.send(changes('2024-12-31', '2023-06-01', 'first: 101'));
  expect(errors?.[0]?.message).toMatch(/^first: /);
});

it('changesSince compares two dates of one person, with what was done between them', async () => {
  const { data } = await client.send(
    '{ search(text: "Varnhagel") { nodes { ... on Person { id } } } }',
  );
  const [{ id }] = (data as { search: { nodes: [{ id: string }] } }).search.nodes;
  const between = `asOf: "2023-03-07", filter: { person: "${id}", table: NON_DERIVATIVE }`;
  const { nodes } = await ask(changes('2023-12-31', '2030-01-01', between));
  const direct = nodes.find(({ before }) => before?.amount === '155500');
  expect(direct?.after?.amount).toBe('150500');
  expect(direct?.causes.map(({ filing }) => filing.accessionNumber)).toContain(
    '0009000101-23-000012',
  );
  const { errors } = await client.send(changes('2023-12-31', '2030-01-01', 'asOf: "2023-03-07"'));
  expect(errors?.[0]?.message).toMatch(/^asOf: two dates are compared for a person or an issuer/);
});

it('revisions of one issuer cost as many statements, whatever the page', async () => {
  const { data } = await client.send('{ issuers { nodes { id } } }');
  const [{ id }] = (data as { issuers: { nodes: [{ id: string }] } }).issuers.nodes;
  const tables = (first: number) =>
    tablesRead(
      client,
      changes('2024-12-31', '2023-06-01', `filter: { issuer: "${id}" } first: ${first}`),
    );
  const few = await tables(2);
  expect(await tables(50)).toEqual(few);
  expect(few).toMatchInlineSnapshot(`
    [
      "entry",
      "entry",
      "entry",
      "entry",
      "entry",
      "filing",
      "issuer",
      "ledger_event",
      "person",
      "reported_line",
    ]
  `);
});
