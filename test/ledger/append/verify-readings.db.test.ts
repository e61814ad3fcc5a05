import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { chainHash } from '../../../src/ledger/events/index.ts';
import {
  ingestPrepared,
  prepareDocument,
  rereadLedger,
  verifyLedger,
  verifyReadings,
} from '../../../src/ledger/index.ts';
import { readEvents } from '../../../src/ledger/log/index.ts';
import { PARSER_VERSION, parseDocument } from '../../../src/parser/index.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

/** What a superuser can do: events changed, and every hash made anew. */
async function forge({ adminUrl, database }: TestLedger, statement: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('ALTER TABLE ledger_event DISABLE TRIGGER ALL');
  expect((await client.query(statement)).rowCount).toBe(1);
  let previous: Buffer | null = null;
  for (const event of await readEvents(database.pool, 0n, 10_000)) {
    const hash: Buffer = chainHash(previous, { ...event, previousHash: previous } as typeof event);
    await client.query(
      'UPDATE ledger_event SET previous_hash = $2, hash = $3 WHERE position = $1',
      [event.position, previous, hash],
    );
    previous = hash;
  }
  await client.query('ALTER TABLE ledger_event ENABLE TRIGGER ALL');
  await client.end();
}

const NUMBER = '0009000101-23-000004';

describe('§4 events beside the bytes that they were read from', () => {
  it.each([
    [
      'a line',
      `UPDATE ledger_event SET payload = jsonb_set(payload::jsonb, '{sharesAfter}', '"1"')
       WHERE position = (SELECT min(l.position) FROM reported_line l JOIN filing f ON f.id = l.filing_id
         WHERE f.accession_number = '${NUMBER}')`,
    ],
    [
      'an owner',
      `UPDATE ledger_event SET payload = jsonb_set(payload::jsonb, '{filing,reportingOwners,0,name}', '"Nobody"')
       WHERE type = 'FILING_RECEIVED' AND payload->'filing'->>'accessionNumber' = '${NUMBER}'`,
    ],
  ])(
    'name the filing of which %s was changed and the whole chain sealed anew',
    async (_, change) => {
      const ledger = await createTestLedger();
      await ledger.append(sampleDocuments());
      expect(await verifyReadings(ledger.database.pool)).toEqual({ filings: 14, faults: [] });
      await forge(ledger, change);
      expect((await verifyLedger(ledger.database.pool)).faults).toEqual([]);
      const { faults } = await verifyReadings(ledger.database.pool);
      expect(faults).toHaveLength(1);
      expect(faults[0]?.message).toContain(`filing ${NUMBER}: its events are not what its source`);
    },
  );

  it('name a filing that an older parser read otherwise, until it is read again', async () => {
    const { database } = await createTestLedger();
    const older = {
      version: PARSER_VERSION - 1,
      parse: (document: Parameters<typeof parseDocument>[0]) => {
        const result = parseDocument(document);
        return result.ok ? { ...result, filing: { ...result.filing, lines: [] } } : result;
      },
    };
    const text = sampleDocuments()[`tarnwick/${NUMBER}.txt`] ?? '';
    await ingestPrepared(database, [prepareDocument(sourceDocument(`${NUMBER}.txt`, text), older)]);
    expect((await verifyReadings(database.pool)).faults).toMatchObject([
      { position: 1n, message: expect.stringContaining('"reread" tells what is read now') },
    ]);
    for await (const _ of rereadLedger(database));
    expect((await verifyReadings(database.pool)).faults).toEqual([]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });
});
