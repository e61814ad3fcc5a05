import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { insiderLedger } from '../support/command-line.ts';
import { numbersIn } from '../support/edgar/following.ts';
import { inventedListing, submissionOf } from '../support/edgar/listed-filing.ts';
import { IN_PLACE_OF_A_TEXT } from '../support/edgar/pages.ts';
import { startEdgarServer } from '../support/edgar-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

vi.setConfig({ testTimeout: 300_000 });

const FILING = inventedListing(1);
const PATH = '/Archives/edgar/data/9000901/0009000901-24-000001.txt';

/** A ledger in which an older version kept these bytes aside as if they were the filing's. */
async function keptAside(text: string) {
  const { database, adminUrl } = await createTestLedger();
  const server = await startEdgarServer({ filings: [FILING] });
  const bytes = Buffer.from(text);
  await database.pool.query(
    `INSERT INTO rejected_document (hash, name, accession_number, size, packed, packing, code,
       problems, first_rejected_at, last_rejected_at)
     VALUES ($1, $2, $3, $4, $5, 'DEFLATE', 'NOT_OWNERSHIP_FORM', '[]', now(), now())`,
    [
      createHash('sha256').update(bytes).digest(),
      PATH,
      FILING.accessionNumber,
      bytes.length,
      deflateRawSync(bytes),
    ],
  );
  const retry = (more: Readonly<Record<string, string>> = {}) =>
    insiderLedger(['ingest', '--retry'], {
      DATABASE_URL: adminUrl,
      EDGAR_USER_AGENT: 'Invented Reader reader@example.org',
      EDGAR_BASE_URL: server.url,
      EDGAR_DATA_URL: server.url,
      ...more,
    });
  const kept = async () => (await database.pool.query('SELECT FROM rejected_document')).rowCount;
  return { database, server, retry, kept };
}

describe('ingest --retry', () => {
  it.each([
    ['a page', IN_PLACE_OF_A_TEXT['a page of XHTML'] ?? ''],
    ['a text that was cut', (FILING.text ?? '').slice(0, 900)],
  ])('fetches again what was rejected with %s in place of the filing', async (_, text) => {
    const { database, server, retry, kept } = await keptAside(text);
    expect(await retry()).toMatchObject({ status: 0 });
    expect(await numbersIn(database)).toEqual([FILING.accessionNumber]);
    expect(server.asked(/000001\.txt/)).toHaveLength(1);
    expect(await kept()).toBe(0);
  });

  it('asks EDGAR for nothing where the bytes are the filing', async () => {
    const { server, retry, kept } = await keptAside(submissionOf(FILING, 'no form'));
    expect(await retry()).toMatchObject({ status: 1 });
    expect(server.requests).toEqual([]);
    expect(await kept()).toBe(1);
  });

  it('says what it needs where nobody says who asks, and loses nothing', async () => {
    const { server, retry, kept } = await keptAside(IN_PLACE_OF_A_TEXT['a page'] ?? '');
    const { status, stderr } = await retry({ EDGAR_USER_AGENT: '' });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /is a page in place of the submission, and cannot be .*EDGAR_USER_AGENT/,
    );
    expect(server.requests).toEqual([]);
    expect(await kept()).toBe(1);
  });
});
