import { describe, expect, it } from 'vitest';
import { inventedForm4 } from '../schema/invented.ts';
import { holdKey } from '../support/key-holder.ts';
import { startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const NUMBER = '0009000901-24-000001';
const HOSTILE = '<script>alert(1)</script>';
const TEXT = inventedForm4({
  period: '2024-02-01',
  signedOn: '2024-02-02',
  owners: [{ cik: '9000951', name: 'Owner Una' }],
  lines: [{ shares: '10', price: '1', after: '20' }],
}).replace('Invented.', `Invented. ${HOSTILE.replaceAll('<', '&lt;')}`);

async function serve(settings: object = {}) {
  const ledger = await createTestLedger();
  await ledger.append({ [`${NUMBER}.xml`]: TEXT });
  const { url } = await startServer(ledger.database, { settings, log: QUIET });
  const { origin } = new URL(url);
  const source = async (query: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };
  return { ledger, origin, source };
}

describe('Filing.source and /filings/<number>/source', () => {
  it('give the document as it came, the one as text, the other as its bytes', async () => {
    const { origin, source } = await serve();
    const { data } = await source(
      `{ filing(by: { accessionNumber: "${NUMBER}" }) { sourceHash source { hash size mediaType text url } } }`,
    );
    const { sourceHash, source: given } = data.filing;
    expect(given).toEqual({
      hash: sourceHash,
      size: Buffer.byteLength(TEXT),
      mediaType: 'application/xml',
      text: TEXT,
      url: `/filings/${NUMBER}/source`,
    });
    const response = await fetch(`${origin}${given.url}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(TEXT);
    expect(response.headers.get('content-type')).toBe('application/xml');
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${NUMBER}.xml"`);
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${origin}${given.url}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('let nothing in it run, and give it as a file where that is asked for', async () => {
    const { origin } = await serve();
    const { headers } = await fetch(`${origin}/filings/${NUMBER}/source?download`);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it.each([
    ['/filings/0009000901-24-000002/source', 404, 'NOT_FOUND'],
    ['/filings/nonsense/source', 400, 'BAD_USER_INPUT'],
    ['/filings/..%2f..%2fetc/source', 404, 'NOT_FOUND'],
  ])('%s is answered with %d', async (path, status, code) => {
    const { origin } = await serve();
    const response = await fetch(`${origin}${path}`);
    expect(response.status).toBe(status);
    expect((await response.json()).errors[0].extensions.code).toBe(code);
  });

  it('are behind the same key as everything else where READS=keys', async () => {
    const { ledger, origin } = await serve({ reads: 'keys' });
    const path = `${origin}/filings/${NUMBER}/source`;
    expect((await fetch(path)).status).toBe(401);
    const { text } = await holdKey(ledger, ['READ']);
    expect((await fetch(path, { headers: { 'x-api-key': text } })).status).toBe(200);
  });

  it('count as requests of their client, and are none of another site’s page', async () => {
    const { origin } = await serve({ requestsPerMinute: 2, proxies: 1 });
    const ask = (headers: Record<string, string> = {}) =>
      fetch(`${origin}/filings/${NUMBER}/source`, {
        headers: { 'x-forwarded-for': '203.0.113.7', ...headers },
      });
    expect((await ask({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
