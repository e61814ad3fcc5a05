import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { inventedForm4, inventedForm4s } from './invented.ts';

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly nodes: readonly unknown[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

interface List {
  readonly name: string;
  /** The field with its arguments, `$` where the page's go, and what names a node. */
  readonly field: string;
  readonly node: string;
  readonly path: readonly string[];
  readonly backwards: boolean;
}

const list = (name: string, field: string, node: string, backwards = true): List => ({
  name,
  field,
  node,
  backwards,
  path: [...field.matchAll(/(\w+)(?:\((?:[^()]|\([^)]*\))*\))?\s*\{/g)].map(([, key = '']) => key),
});

const LISTS: readonly List[] = [
  list('people', 'people($) {', 'id'),
  list('issuers', 'issuers($) {', 'id'),
  list('filings', 'filings($) {', 'id'),
  list('events', 'events($) {', 'position'),
  list('filings of an issuer', 'issuer(by: { ticker: "QNBV" }) { filings($) {', 'id'),
  list('events of an issuer', 'issuer(by: { ticker: "QNBV" }) { events($) {', 'position'),
  list(
    'insiders',
    'issuer(by: { ticker: "QNBV" }) { insiders(asOf: "2024-01-01", $) {',
    'person { id }',
  ),
  list(
    'co-insiders',
    'person(by: { cik: "9000911" }) { coInsiders(asOf: "2024-01-01", $) {',
    'person { id }',
    false,
  ),
  list(
    'holdings of an issuer',
    'issuer(by: { ticker: "QNBV" }) { holdings(asOf: "2024-01-01", $) {',
    'person { id }',
  ),
  list('people of a snapshot', 'snapshot(asOf: "2024-01-01") { people($) {', 'id', false),
  list('issuers of a snapshot', 'snapshot(asOf: "2024-01-01") { issuers($) {', 'id', false),
  list(
    'holdings of a snapshot',
    'snapshot(asOf: "2024-01-01") { holdings($) {',
    'person { id }',
    false,
  ),
  list(
    'relationships of a snapshot',
    'snapshot(asOf: "2024-01-01") { relationships($) {',
    'person { id }',
    false,
  ),
];

let ledger: TestLedger;
let client: Client;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  await ledger.append(inventedForm4s(8));
  client = createClient(ledger.database);
});

describe.each(LISTS)('$name', (of) => {
  const read = (args: string) => readPage(client, of, args);

  test('pages of any size, put together, are the list, each node once', async () => {
    const whole = await read('first: 100');
    expect(whole.pageInfo.hasNextPage).toBe(false);
    expect(whole.totalCount).toBe(whole.edges.length);
    for (const size of [1, 2, 3, 7]) {
      expect(await walk(read, `first: ${size}`, 'after')).toEqual(whole.nodes);
      if (of.backwards) expect(await walk(read, `last: ${size}`, 'before')).toEqual(whole.nodes);
    }
  });

  test('nodes are those of the edges, and the cursors of pageInfo their first and last', async () => {
    const page = await read('first: 3');
    expect(page.nodes).toEqual(page.edges.map(({ node }) => node));
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
  });

  test('a page of none says whether there is more', async () => {
    const page = await read('first: 0');
    expect(page.edges).toEqual([]);
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});

test('what is appended later moves no page read before', async () => {
  const own = await createTestLedger();
  await own.append(inventedForm4s(4));
  const reader = createClient(own.database);
  const filings = LISTS[2] as List;
  const first = await readPage(reader, filings, 'first: 2');
  const rest = `first: 2, after: "${first.pageInfo.endCursor}"`;
  const before = await readPage(reader, filings, rest);
  await own.append({
    '0009000901-24-000001.xml': inventedForm4({
      period: '2024-01-02',
      signedOn: '2024-01-02',
      owners: [{ cik: '0009000999', name: 'Aaa Owner' }],
      lines: [{ shares: '1', price: '1', after: '1' }],
    }),
  });
  const after = await readPage(reader, filings, rest);
  expect(after.nodes).toEqual(before.nodes);
  expect(after.totalCount).toBe(before.totalCount + 1);
});

async function readPage(reader: Client, of: List, args: string): Promise<Page> {
  const { data, errors } = await reader.send(`{
    ${of.field.replace('$', args)}
      edges { cursor node { ${of.node} } }
      nodes { ${of.node} }
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    ${'}'.repeat(of.path.length)}
  }`);
  expect(errors).toBeUndefined();
  const step = (value: unknown, key: string) => (value as Record<string, unknown>)[key];
  return of.path.reduce(step, data as unknown) as Page;
}

async function walk(
  read: (args: string) => Promise<Page>,
  size: string,
  way: 'after' | 'before',
): Promise<unknown[]> {
  const pages: (readonly unknown[])[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Page = await read(cursor === null ? size : `${size}, ${way}: "${cursor}"`);
    if (way === 'after') pages.push(page.nodes);
    else pages.unshift(page.nodes);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (way === 'after' ? !hasNextPage : !hasPreviousPage) return pages.flat();
    cursor = way === 'after' ? endCursor : startCursor;
  }
}
