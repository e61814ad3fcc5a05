import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/server/settings/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { inventedForm4s } from '../schema/invented.ts';
import { startServer } from '../support/live-server.ts';
import { spyOnStatements } from '../support/statements.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const FORMS = Object.entries(inventedForm4s(3));
const QUERY = '{ ledger { filings } people { totalCount } }';
const HEAD_ALONE = [expect.stringContaining('projection_checkpoint')];

async function start(settings: Partial<Settings> = {}, now?: () => Instant) {
  const ledger = await createTestLedger();
  const nodes = await Promise.all(
    [0, 1].map(() =>
      startServer(ledger.database, { settings, ...(now === undefined ? {} : { now }) }),
    ),
  );
  const [url = '', other = ''] = nodes.map((node) => node.url);
  return { ...ledger, url, other, statements: spyOnStatements(ledger.database) };
}

async function get(url: string, query: string, tag?: string | null) {
  const headers = tag == null ? {} : { 'if-none-match': `W/"x", ${tag}` };
  const response = await fetch(`${url}?${new URLSearchParams({ query })}`, { headers });
  const text = await response.text();
  return { status: response.status, tag: response.headers.get('etag'), text };
}

async function post(url: string, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.text();
}

describe('an answer computed at a state of the ledger', () => {
  it('is unchanged for a client that has it, by its ETag, and only the head is read', async () => {
    const { url, append, statements } = await start();
    await append(Object.fromEntries(FORMS.slice(0, 1)));
    const first = await get(url, QUERY);
    expect(first).toMatchObject({ status: 200, text: expect.stringContaining('"filings":1') });
    statements();
    const again = await get(url, QUERY, first.tag);
    expect(again).toEqual({ status: 304, tag: first.tag, text: '' });
    expect(statements()).toEqual(HEAD_ALONE);
    await append(Object.fromEntries(FORMS.slice(1, 2)));
    const after = await get(url, QUERY, first.tag);
    expect(after).toMatchObject({ status: 200, text: expect.stringContaining('"filings":2') });
    expect(after.tag).not.toBe(first.tag);
  });

  it('is kept for equal operations, and on no node after the ledger moved', async () => {
    const { url, other, append, statements } = await start();
    for (const [count, form] of FORMS.entries()) {
      await append(Object.fromEntries([form]));
      for (const node of [url, other]) {
        const answer = await post(node, QUERY);
        expect(answer).toContain(`"filings":${count + 1}`);
        statements();
        expect(await post(node, QUERY)).toBe(answer);
        expect(statements()).toEqual(HEAD_ALONE);
      }
    }
  });

  it('is another where the operation, its name or its variables are others', async () => {
    const { url } = await start();
    const tags = await Promise.all(
      [QUERY, '{ people { totalCount } }', `${QUERY} `].map(
        async (query) => (await get(url, query)).tag,
      ),
    );
    const named = 'query A { ledger { filings } } query B { ledger { people } }';
    for (const operationName of 'AB') {
      const search = new URLSearchParams({ query: named, operationName });
      tags.push((await fetch(`${url}?${search}`)).headers.get('etag'));
    }
    const sized = 'query ($n: Int) { people(first: $n) { nodes { name } } }';
    for (const n of [1, 2]) {
      const search = new URLSearchParams({ query: sized, variables: JSON.stringify({ n }) });
      tags.push((await fetch(`${url}?${search}`)).headers.get('etag'));
    }
    expect(tags).not.toContain(null);
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('is another once a filing that was there becomes known, and the next day', async () => {
    let now = '2023-06-02T00:00:00.000Z' as Instant;
    const { url, append } = await start({}, () => now);
    await append(Object.fromEntries(FORMS.slice(0, 1)));
    const tags = [];
    for (const instant of [
      '2022-01-01T05:00:00.000Z',
      '2022-01-01T06:00:00.000Z',
      '2022-01-02T06:00:00.000Z',
      '2026-11-20T06:00:00.000Z',
    ]) {
      now = instant as Instant;
      tags.push((await get(url, '{ ledger { filings } }')).tag);
    }
    expect(tags[1]).toBe(tags[0]);
    expect(new Set(tags).size).toBe(3);
  });

  it('is not kept where it has errors, nor where keeping is off', async () => {
    const { url, statements } = await start({ cacheBytes: 0 });
    await post(url, QUERY);
    statements();
    await post(url, QUERY);
    expect(statements().length).toBeGreaterThan(1);
    const failed = await get(url, '{ people(first: 1000) { totalCount } }');
    expect(failed).toMatchObject({ status: 200, tag: null });
  });
});
