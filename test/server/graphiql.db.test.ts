import { expect, it } from 'vitest';
import { EXAMPLE_OPERATIONS } from '../../src/server/example-operations.ts';
import type { Settings } from '../../src/server/settings/index.ts';
import { CLIENTS, startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const FROM_ELSEWHERE = /<(?:script|link|img)\b[^>]{0,200}(?:src|href)="?https?:/g;

/** What a browser gets of GraphiQL: its page, and the files that this loads. */
async function open(settings: Partial<Settings> = {}) {
  const { database } = await createTestLedger();
  const { url } = await startServer(database, { settings, log: QUIET });
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(new URL(path, url), { headers: { accept: 'text/html', ...headers } });
  const page = await get('/graphql');
  const html = await page.text();
  const assets = [...html.matchAll(/(?:src|href)="(\/graphql\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  return { get, page, html, assets };
}

it('GraphiQL comes whole from the server: its page loads nothing from another host', async () => {
  const { html, assets, get } = await open();
  expect(html).toContain('insider-ledger');
  expect(html.match(FROM_ELSEWHERE)).toBeNull();
  expect(assets.map((path) => path.replace(/-.*\./, '.'))).toEqual([
    '/graphql/graphiql.css',
    '/graphql/graphiql.js',
  ]);
  const texts = await Promise.all(assets.map(async (path) => (await get(path)).text()));
  expect(texts.join('').length).toBeGreaterThan(1_000_000);
});

it('the page of GraphiQL is small, and what it loads is compressed and kept for ever', async () => {
  const { html, page, assets, get } = await open();
  expect(html.length).toBeLessThan(20_000);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  for (const path of assets) {
    const { headers, status } = await get(path, { 'accept-encoding': 'br' });
    expect([status, headers.get('content-encoding')]).toEqual([200, 'br']);
    expect(headers.get('cache-control')).toContain('immutable');
    const again = await get(path, { 'if-none-match': headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  }
});

it('GraphiQL and what it loads count as requests of their client', async () => {
  const { assets, get, page } = await open({ requestsPerMinute: 2, proxies: 1 });
  expect(page.status).toBe(200);
  const [path = ''] = assets;
  expect((await get(path)).status).toBe(200);
  const refused = await get(path);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await get('/graphql')).status).toBe(429);
});

it('a path beneath the endpoint that GraphiQL has no file for is not there', async () => {
  const { get } = await open();
  expect((await get('/graphql/graphiql-x.js')).status).toBe(404);
});

it('every tab of GraphiQL finds something in the samples', async () => {
  const { database, append } = await createTestLedger();
  await append(sampleDocuments());
  const { url } = await startServer(database);
  const client = CLIENTS['server-sent events'](url);
  for (const query of EXAMPLE_OPERATIONS) {
    for await (const { data, errors } of client.subscribe({ query })) {
      expect(errors).toBeUndefined();
      expect(Object.values(data ?? {})).toEqual([expect.any(Object)]);
      break;
    }
  }
  client.close();
});
