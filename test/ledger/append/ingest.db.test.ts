import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections, verifyLedger } from '../../../src/ledger/index.ts';
import { ledgerStatus } from '../../../src/reads/index.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const SAMPLES = sampleDocuments();
const XML = SAMPLES['tarnwick/0009000101-23-000007.xml'] ?? '';
const NAME = '0009000101-23-000007.xml';

describe('ingest', () => {
  it('§2 refuses other content under a held accession number, and changes nothing', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [sourceDocument(NAME, XML)]);
    const status = await ledgerStatus(database.pool);
    const other = XML.replace('9431.5307', '9432.5307');
    expect(other).not.toBe(XML);
    expect(await ingest(database, [sourceDocument(NAME, other)])).toMatchObject([
      { outcome: 'rejected', problems: [{ code: 'CONFLICT' }] },
    ]);
    expect(await ledgerStatus(database.pool)).toEqual(status);
  });

  it('§2 knows a filing again by its content where one of the two has no number', async () => {
    const { database } = await createTestLedger();
    const [first] = await ingest(database, [sourceDocument(NAME, XML)]);
    expect(await ingest(database, [sourceDocument('copy.xml', XML)])).toMatchObject([
      { outcome: 'alreadyHeld', filingId: first?.outcome === 'appended' ? first.filingId : null },
    ]);
  });

  it('§2 learns the number of a filing held without one, by an event; a second number is a second filing', async () => {
    const { database } = await createTestLedger();
    const second = sourceDocument('0009000101-23-000099.xml', XML);
    const [unnumbered] = await ingest(database, [sourceDocument('copy.xml', XML)]);
    const numbered = await ingest(database, [sourceDocument(NAME, XML), second]);
    expect(numbered).toMatchObject([
      { outcome: 'alreadyHeld', events: 1 },
      { outcome: 'appended' },
    ]);
    expect(unnumbered).toMatchObject({ outcome: 'appended' });
    const again = await ingest(database, [
      second,
      sourceDocument(NAME, XML),
      sourceDocument('c', XML),
    ]);
    expect(again.map(({ outcome }) => outcome)).toEqual(Array(3).fill('alreadyHeld'));
    const { rows } = await database.pool.query(
      'SELECT accession_number AS number FROM filing ORDER BY id',
    );
    expect(rows).toEqual([{ number: NAME.slice(0, 20) }, { number: '0009000101-23-000099' }]);
    const rebuilt = await rebuildProjections(database);
    expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });

  it('§2 takes two accession numbers for two filings, even with equal content', async () => {
    const { database } = await createTestLedger();
    const again = sourceDocument('0009000101-23-000099.xml', XML);
    const answers = await ingest(database, [sourceDocument(NAME, XML), again]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['appended', 'appended']);
  });

  it('§3 refuses a filing of which nothing says when it became known', async () => {
    const { database } = await createTestLedger();
    const unsigned = XML.replace(/<ownerSignature>[\s\S]*<\/ownerSignature>/, '');
    expect(await ingest(database, [sourceDocument('unsigned.xml', unsigned)])).toMatchObject([
      { outcome: 'rejected', problems: [{ code: 'NO_KNOWN_AT' }] },
    ]);
  });

  it('goes on past a bad document, answers in the order asked, and stores nothing of it', async () => {
    const { database } = await createTestLedger();
    const cut = XML.slice(0, XML.length / 2);
    const answers = await ingest(database, [
      sourceDocument('cut.xml', cut),
      sourceDocument(NAME, XML),
      sourceDocument('empty.txt', ''),
    ]);
    expect(answers.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['cut.xml', 'rejected'],
      [NAME, 'appended'],
      ['empty.txt', 'rejected'],
    ]);
    const alone = await createTestLedger();
    await ingest(alone.database, [sourceDocument(NAME, XML)]);
    const { head, ...status } = await ledgerStatus(database.pool);
    expect({ head, ...status }).toEqual(await ledgerStatus(alone.database.pool));
    const { rows } = await database.pool.query('SELECT count(*) AS sources FROM source_document');
    expect(rows).toEqual([{ sources: 1n }]);
  });

  it('keeps the bytes that a filing was read from', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [sourceDocument(NAME, XML)]);
    const { rows } = await database.pool.query<{ size: number }>(
      'SELECT size FROM source_document',
    );
    expect(rows).toEqual([{ size: new TextEncoder().encode(XML).byteLength }]);
  });
});
