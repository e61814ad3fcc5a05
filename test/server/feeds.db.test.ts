import { getFeed, parseDocument as readXml } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { type Form4Sketch, form4Document, type LineSketch } from '../support/form4.ts';
import { startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

const JUNO = { cik: 431, name: 'Brackwell Juno' };
/** What XML gives for it is an ampersand, tags, and the end of a section of CDATA. */
const ODD = { cik: 432, name: 'Quill &amp; &lt;b&gt;Sons&lt;/b&gt; ]]&gt; &quot;LP&quot;' };
const BOUGHT: LineSketch = { code: 'P', shares: '500', price: '10', after: '1500' };

const report = (number: number, more: Partial<Form4Sketch> = {}) =>
  form4Document({ number, owners: [JUNO], lines: [BOUGHT], ...more });

let ledger: TestLedger;
let origin: string;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  const { url } = await startServer(ledger.database, { log: QUIET }, afterAll);
  origin = url.replace('/graphql', '');
  const corrected = { ...BOUGHT, shares: '400' };
  const amendment = { amends: '2024-03-05', signedOn: '2024-03-10', lines: [corrected] };
  await ingest(ledger.database, [
    report(1),
    report(2, { owners: [ODD], lines: [{ code: 'S', shares: '7', price: '3.5', after: '1' }] }),
    report(3, { issuer: 9_000_302, lines: [{ code: 'S', shares: '9', price: '2', after: '3' }] }),
  ]);
  await ingest(ledger.database, [report(4, amendment)]);
});

/** What a reader of feeds takes from an address; what is no well-formed XML fails the test. */
async function read(path: string) {
  const response = await fetch(`${origin}${path}`);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  new SaxesParser({ xmlns: true }).write(text).close();
  const feed = getFeed(readXml(text, { xmlMode: true }).children);
  expect(feed?.type).toBe('atom');
  return { feed, text, titles: feed?.items.map(({ title }) => title) ?? [], response };
}

describe('a feed', () => {
  it('has what was reported, the last first, and that an amendment superseded a line', async () => {
    const { titles, feed } = await read('/feeds/transactions.atom');
    const juno = 'Common Stock, Plimsoll Ferries 9000301, by Brackwell Juno, at $10';
    expect(titles).toEqual([
      `Superseded: Purchase: 500 ${juno} ($5,000)`,
      `Purchase: 400 ${juno} ($4,000)`,
      'Sale: 9 Common Stock, Plimsoll Ferries 9000302, by Brackwell Juno, at $2 ($18)',
      'Sale: 7 Common Stock, Plimsoll Ferries 9000301, by Quill & <b>Sons</b> ]]> "LP", at $3.5 ($24.5)',
      `Purchase: 500 ${juno} ($5,000)`,
    ]);
    expect(new Set(feed?.items.map(({ id }) => id)).size).toBe(5);
  });

  it('says both times and the position of every entry', async () => {
    const { text } = await read('/feeds/transactions.atom');
    const { rows } = await ledger.database.pool.query<{ position: bigint; type: string }>(
      `SELECT position, type::text FROM ledger_event
       WHERE type IN ('TRANSACTION_REPORTED', 'FILING_AMENDED') ORDER BY position DESC`,
    );
    const said = (name: string) =>
      [...text.matchAll(new RegExp(`<ledger:${name}>([^<]*)</`, 'g'))].map(([, value]) => value);
    expect(said('position')).toEqual(rows.map(({ position }) => String(position)));
    expect(said('effectiveOn')).toEqual(Array(5).fill('2024-03-01'));
    expect(said('knownAt')).toEqual([
      '2024-03-11T02:00:00.000Z',
      '2024-03-11T02:00:00.000Z',
      ...Array(3).fill('2024-03-06T03:00:00.000Z'),
    ]);
  });

  it.each([
    ['an issuer by CIK', '/feeds/issuer/9000302.atom', 1],
    ['an issuer by CIK, narrowed', '/feeds/issuer/9000301.atom?codes=S', 1],
    ['a person by CIK', '/feeds/person/9000432.atom', 1],
    ['a person who has both', '/feeds/person/9000431.atom', 4],
    ['a screen', '/feeds/transactions.atom?minValue=5000', 2],
    ['a screen of nothing', '/feeds/transactions.atom?codes=G', 0],
    ['an issuer that the filter leaves out', '/feeds/issuer/9000302.atom?issuerCiks=9000301', 0],
  ])('is of %s', async (_, path, entries) => {
    expect((await read(path)).titles).toHaveLength(entries);
  });

  it('is of an issuer or person by id', async () => {
    const query = '{ issuers { nodes { id } } people { nodes { id } } }';
    const asked = await fetch(`${origin}/graphql?query=${encodeURIComponent(query)}`);
    const { data } = await asked.json();
    expect((await read(`/feeds/issuer/${data.issuers.nodes[0].id}.atom`)).titles).not.toEqual([]);
    expect((await read(`/feeds/person/${data.people.nodes[0].id}.atom`)).titles).not.toEqual([]);
  });

  it.each([
    ['/feeds/issuer/NOBODY.atom', 404, 'NOT_FOUND'],
    ['/feeds/issuer/123.atom', 404, 'NOT_FOUND'],
    ['/feeds/person/NOBODY.atom', 404, 'NOT_FOUND'],
    ['/feeds/person/%E0%A4%A.atom', 400, 'BAD_USER_INPUT'],
    ['/feeds/transactions.atom?orderBy=VALUE', 400, 'BAD_USER_INPUT'],
    ['/feeds/transactions.atom?includeSuperseded=true', 400, 'BAD_USER_INPUT'],
    ['/feeds/transactions.atom?codes=Q', 400, 'BAD_USER_INPUT'],
    [`/feeds/transactions.atom?tickers=${'A,'.repeat(200)}`, 400, 'BAD_USER_INPUT'],
    [`/feeds/issuer/${'A'.repeat(500)}.atom`, 404, 'NOT_FOUND'],
  ])('refuses %s', async (path, status, code) => {
    const response = await fetch(`${origin}${path}`);
    expect(response.status).toBe(status);
    expect((await response.json()).errors[0].extensions.code).toBe(code);
  });

  it('has an ETag that says whether there is anything new, and an answer to HEAD', async () => {
    const path = '/feeds/issuer/9000302.atom';
    const { response, text } = await read(path);
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${origin}${path}`, { headers: { 'if-none-match': `W/${etag}` } });
    expect(again.status).toBe(304);
    const other = await fetch(`${origin}${path}?codes=G`, { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
    const head = await fetch(`${origin}${path}`, { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe(etag);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(await head.text()).toBe('');
  });

  it('links by the name that the operator gives', async () => {
    const settings = { publicUrl: 'https://ledger.example.org' };
    const { url } = await startServer(ledger.database, { log: QUIET, settings });
    const text = await (await fetch(url.replace('/graphql', '/feeds/transactions.atom'))).text();
    expect(text).toContain('href="https://ledger.example.org/filing/0009000301-24-000004"');
    expect(text).toContain('href="https://ledger.example.org/feeds/transactions.atom"');
    expect(text).not.toContain('127.0.0.1');
  });

  it.each([
    [1, 'https'],
    [0, 'http'],
  ])(
    'links by the scheme that is said where %i proxies are trusted: %s',
    async (proxies, scheme) => {
      const settings = { proxies, hosts: ['*'] };
      const { url } = await startServer(ledger.database, { log: QUIET, settings });
      const address = url.replace('/graphql', '/feeds/transactions.atom');
      const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };
      const text = await (await fetch(address, { headers })).text();
      expect(text).toContain(`href="${scheme}://${new URL(url).host}/filing/0009000301-24-000004"`);
    },
  );

  it('has a hundred entries at most', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => ({ ...BOUGHT, after: `${index}` }));
    const many = await createTestLedger();
    await ingest(
      many.database,
      [1, 2, 3, 4].map((number) => report(number, { lines })),
    );
    const { url } = await startServer(many.database, { log: QUIET });
    const text = await (await fetch(url.replace('/graphql', '/feeds/transactions.atom'))).text();
    expect(text.match(/<entry>/g)).toHaveLength(100);
  });

  it('is refused where the server takes persisted operations alone', async () => {
    const persisted = { only: true, texts: new Map() };
    const { url } = await startServer(ledger.database, { log: QUIET, settings: { persisted } });
    expect((await fetch(url.replace('/graphql', '/feeds/transactions.atom'))).status).toBe(403);
  });
});
