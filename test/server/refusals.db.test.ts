import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPersistedOperations, type Settings } from '../../src/server/settings/index.ts';
import { startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger } from '../support/test-ledger.ts';

async function start(settings: Partial<Settings> = {}) {
  const ledger = await createTestLedger();
  const { url } = await startServer(ledger.database, { settings, log: QUIET });
  const send = async (body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const { status } = response;
    const answer = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return { status, headers: response.headers, ...answer };
  };
  return { ...ledger, url, send };
}

const NAME = { query: '{ __typename }' };
const code = (name: string) => [{ extensions: { code: name } }];

describe('requests per minute', () => {
  it('are counted by client; one too many is RATE_LIMITED and learns when to come back', async () => {
    const { send } = await start({ requestsPerMinute: 2, proxies: 1 });
    const from = (address: string) => send(NAME, { 'x-forwarded-for': `1.1.1.1, ${address}` });
    expect((await from('203.0.113.7')).status).toBe(200);
    expect((await from('203.0.113.7')).status).toBe(200);
    const refused = await from('203.0.113.7');
    expect(refused).toMatchObject({ status: 429, errors: code('RATE_LIMITED') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('203.0.113.8')).status).toBe(200);
  });

  it('of the machine itself are not counted, whatever they say, where no proxy is trusted', async () => {
    const { send } = await start({ requestsPerMinute: 1 });
    for (const _ of 'abc') {
      expect((await send(NAME, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(200);
    }
  });
});

describe('a page of another site', () => {
  it('is refused by its origin, and answered where that is allowed', async () => {
    const { send } = await start({ corsOrigins: ['https://good.example'] });
    const refused = await send(NAME, { origin: 'https://evil.example' });
    expect(refused).toMatchObject({ status: 403, errors: code('FORBIDDEN') });
    const allowed = await send(NAME, { origin: 'https://good.example' });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://good.example');
  });

  it('may not read by GET either, though it may lead a visitor here', async () => {
    const { url } = await start();
    // fetch would say itself where it comes from.
    const get = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve) => {
        request(`${url}?query={__typename}`, { headers }, (response) => {
          resolve(response.resume().statusCode);
        }).end();
      });
    expect(await get({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await get(followed)).toBe(200);
    expect(await get({ 'sec-fetch-site': 'same-origin' })).toBe(200);
  });
});

describe('a persisted operation', () => {
  const TEXT = 'query Head { ledger { events } }';
  const hash = createHash('sha256').update(TEXT).digest('hex');

  function manifest(content = JSON.stringify({ [hash]: TEXT })): string {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'persisted.json');
    writeFileSync(file, content);
    return file;
  }

  it('is executed by its hash alone, as documentId or as persistedQuery', async () => {
    const { send, url } = await start({ persisted: readPersistedOperations(manifest(), true) });
    const data = { ledger: { events: 0 } };
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    expect(await send({ documentId: hash })).toMatchObject({ data });
    expect(await send({ documentId: `sha256:${hash}` })).toMatchObject({ data });
    expect(await send({ extensions })).toMatchObject({ data });
    expect(await send({ query: TEXT })).toMatchObject({ data });
    const get = await fetch(`${url}?extensions=${JSON.stringify(extensions)}`);
    expect(await get.json()).toMatchObject({ data });
  });

  it('is the only kind that is executed where others are shut out', async () => {
    const { send } = await start({ persisted: readPersistedOperations(manifest(), true) });
    expect(await send(NAME)).toMatchObject({ errors: code('FORBIDDEN') });
    expect(await send({ documentId: 'ab' })).toMatchObject({ errors: code('NOT_FOUND') });
  });

  it('comes from a manifest: any other file is refused at the start', () => {
    expect(() => readPersistedOperations(manifest('[1]'), true)).toThrow(/no manifest/);
    expect(() => readPersistedOperations('/nowhere', true)).toThrow(/no manifest/);
  });
});

describe('what is switched off', () => {
  it('introspection: the schema is not shown', async () => {
    const { send } = await start({ introspection: false });
    const { errors } = await send({ query: '{ __schema { types { name } } }' });
    expect(errors?.[0]?.message).toMatch(/introspection/);
    expect((await send(NAME)).data).toEqual({ __typename: 'Query' });
  });

  it('suggestions: no error says which names come near', async () => {
    const query = 'query ($by: PersonBy!) { peple { nodes { nam } } person(by: $by) { name } }';
    const on = await (await start()).send({ query });
    const off = await (await start({ suggestions: false })).send({ query });
    expect(on.errors?.[0]?.message).toContain('Did you mean');
    expect(JSON.stringify(off.errors)).not.toContain('Did you mean');
    expect(off.errors?.[0]?.message).toContain('"peple"');
  });

  it('GraphiQL: a browser gets no page', async () => {
    const { url } = await start({ graphiql: false });
    const response = await fetch(url, { headers: { accept: 'text/html, */*;q=0.1' } });
    expect(response.status).toBe(400);
  });
});
