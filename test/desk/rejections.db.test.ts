import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../src/database/index.ts';
import {
  countRejected,
  listRejected,
  newestRejected,
  rejectedDocuments,
} from '../../src/desk/index.ts';
import { ingest, rebuildProjections, submitFiling, verifyLedger } from '../../src/ledger/index.ts';
import type { CalendarDate, Instant } from '../../src/values/index.ts';
import {
  GOOD,
  KEEPING,
  kept,
  NUMBER,
  neverRead,
  sha256,
  UNSIGNED,
  XML,
} from '../support/kept-aside.ts';
import { sourceDocument } from '../support/source-document.ts';
import { onStatements, type Statement } from '../support/statements.ts';
import { createTestLedger } from '../support/test-ledger.ts';

describe('documents that are rejected', () => {
  it('are kept aside with bytes, what their source knew, and every reason', async () => {
    const { database } = await createTestLedger();
    const document = {
      ...sourceDocument(`mail/${NUMBER}.txt`, 'Dear reader'),
      filedOn: '2023-05-11' as CalendarDate,
      acceptedAt: '2023-05-11T20:15:00.000Z' as Instant,
    };
    const [answer] = await ingest(database, [document], KEEPING);
    const [found] = await kept(database);
    expect(found).toEqual({
      id: 1n,
      hash: sha256(document.bytes),
      name: document.name,
      size: 11,
      accessionNumber: NUMBER,
      filedOn: document.filedOn,
      acceptedAt: document.acceptedAt,
      code: 'UNKNOWN_RENDITION',
      problems: answer?.outcome === 'rejected' ? answer.problems : [],
      firstRejectedAt: found?.firstRejectedAt,
      lastRejectedAt: found?.firstRejectedAt,
      tries: 1,
    });
    const [taken] = await rejectedDocuments(recordsOf(database), [1n]);
    expect(taken).toEqual({ ...document, bytes: Buffer.from(document.bytes) });
  });

  it('count their tries, with the name and reason of the last', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [sourceDocument('a.xml', UNSIGNED)], KEEPING);
    await ingest(database, [sourceDocument('b.xml', UNSIGNED), GOOD], KEEPING);
    expect(await kept(database)).toMatchObject([{ name: 'b.xml', tries: 2, code: 'NO_KNOWN_AT' }]);
  });

  it('count one try for a batch, also where it has the same bytes twice and rejects them twice', async () => {
    const { database } = await createTestLedger();
    const numbered = { ...sourceDocument('a.xml', UNSIGNED), accessionNumber: NUMBER };
    const dated = { ...numbered, filedOn: '2023-05-11' as CalendarDate };
    const held = { ...sourceDocument('a.xml', XML), accessionNumber: NUMBER };
    await ingest(database, [numbered, held, dated], KEEPING);
    expect(await kept(database)).toMatchObject([{ tries: 1, code: 'CONFLICT' }]);
  });

  it('are forgotten as their filing is appended: in the same transaction, or not at all', async () => {
    const { database } = await createTestLedger();
    const document = sourceDocument('unsigned.xml', UNSIGNED);
    await ingest(database, [document], KEEPING);
    const dated = { ...document, filedOn: '2023-05-11' as CalendarDate };
    const stop = new Error('cut off');
    const isForgotten = (statement: Statement) =>
      (typeof statement === 'string' ? statement : statement.text).startsWith(
        'DELETE FROM rejected',
      );
    let cut = true;
    onStatements(database, (statement) => {
      if (cut && isForgotten(statement)) throw stop;
    });
    await expect(ingest(database, [dated], KEEPING)).rejects.toThrow(stop);
    expect((await verifyLedger(database.pool)).events).toBe(0);
    expect(await kept(database)).toHaveLength(1);
    cut = false;
    expect(await ingest(database, [dated], KEEPING)).toMatchObject([{ outcome: 'appended' }]);
    expect(await kept(database)).toEqual([]);
  });

  it('§2 are kept as conflicts by their number, also where another number has the same bytes', async () => {
    const { database } = await createTestLedger();
    const second = '0009000101-23-000099';
    const other = XML.replace('9431.5307', '9432.5307');
    await ingest(database, [GOOD, sourceDocument(`${second}.xml`, other)], KEEPING);
    const answers = await ingest(database, [sourceDocument(`${second}.xml`, XML), GOOD], KEEPING);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['rejected', 'alreadyHeld']);
    expect(await kept(database)).toMatchObject([{ code: 'CONFLICT', accessionNumber: second }]);
  });

  it('are kept where the database refuses one of their values, and the others are appended', async () => {
    const { database, adminUrl } = await createTestLedger();
    const marked = XML.replace(
      '</footnotes>',
      '<footnote id="F90">Unholdable</footnote></footnotes>',
    );
    expect(marked).not.toBe(XML);
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query(`
      CREATE FUNCTION refuse_marked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.payload::text LIKE '%Unholdable%' THEN
          RAISE EXCEPTION 'value overflows' USING ERRCODE = '22003';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_marked BEFORE INSERT ON ledger_event
        FOR EACH ROW EXECUTE FUNCTION refuse_marked()`);
    await admin.end();
    const odd = sourceDocument('0009000101-23-000098.xml', marked);
    const answers = await ingest(
      database,
      [sourceDocument('cut', XML.slice(0, 900)), odd, GOOD],
      KEEPING,
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'appended']);
    expect(await countRejected(recordsOf(database))).toEqual({
      MALFORMED_XML: 1,
      REFUSED_VALUE: 1,
    });
  });

  it('are kept with texts that PostgreSQL could not hold, and with bounded ones', async () => {
    const { database } = await createTestLedger();
    const name = `\0half a \ud83d pair ${'x'.repeat(5_000)}`;
    await ingest(database, [sourceDocument(name, 'Dear reader')], KEEPING);
    await neverRead(database, name, `\0\udc00${'y'.repeat(5_000)}`);
    const found = await kept(database);
    expect(found.map((one) => one.name.slice(0, 14))).toEqual(
      Array(2).fill('\ufffdhalf a \ufffd pair'.slice(0, 14)),
    );
    for (const one of found) {
      expect(one.name.length).toBeLessThanOrEqual(2_000);
      expect(one.problems[0]?.message.length).toBeLessThanOrEqual(2_000);
    }
  });

  it('are nothing to the chain, the projections and a rebuild', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [GOOD, sourceDocument('letter', 'Dear reader')], KEEPING);
    const rebuilt = await rebuildProjections(database);
    expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    expect(await kept(database)).toHaveLength(1);
  });

  it('are not kept of whoever submits by the API, who could fill the disk', async () => {
    const { database } = await createTestLedger();
    const submission = { document: 'Dear reader', accessionNumber: null, filedAt: null };
    const now = '2026-11-21T12:00:00.000Z' as Instant;
    expect(await submitFiling(database, submission, now)).toMatchObject({ outcome: 'rejected' });
    expect(await kept(database)).toEqual([]);
  });
});

describe('documents that could not be read', () => {
  it('are kept by name without bytes, until one of that name, or of that archive, is in the ledger', async () => {
    const { database } = await createTestLedger();
    for (const name of ['x/a.xml', 'b.zip', 'c.xml', 'c.xml']) {
      await neverRead(database, name, 'no permission');
    }
    const found = await kept(database);
    expect(found.map(({ name, tries }) => `${name} ${tries}`).sort()).toEqual([
      'b.zip 1',
      'c.xml 2',
      'x/a.xml 1',
    ]);
    expect(found[0]).toMatchObject({ hash: null, size: null, code: 'UNREADABLE' });
    expect(await rejectedDocuments(recordsOf(database), [1n, 2n, 3n])).toEqual([]);
    await ingest(database, [sourceDocument('x/a.xml', XML)], KEEPING);
    await ingest(database, [sourceDocument('b.zip#1', XML)], KEEPING);
    expect((await kept(database)).map(({ name }) => name)).toEqual(['c.xml']);
  });
});

describe('lists of rejected documents', () => {
  it('come in pages without gap or overlap, by reason, and the newest first', async () => {
    const { database } = await createTestLedger();
    const letters = Array.from({ length: 7 }, (_, index) =>
      sourceDocument(`l${index}`, `Dear ${index}`),
    );
    const cut = sourceDocument('cut', '<ownershipDocument><a>');
    await ingest(database, [...letters, cut], KEEPING);
    await ingest(database, letters.slice(3, 4), KEEPING);
    const records = recordsOf(database);
    const names: string[] = [];
    for (let after = 0n; ; ) {
      const page = await listRejected(records, { after, limit: 3, code: 'UNKNOWN_RENDITION' });
      const last = page.at(-1);
      if (last === undefined) break;
      names.push(...page.map(({ name }) => name));
      after = last.id;
    }
    expect(names.sort()).toEqual(letters.map(({ name }) => name));
    expect((await newestRejected(records, 1)).map(({ name }) => name)).toEqual(['l3']);
    expect(await countRejected(records)).toEqual({ UNKNOWN_RENDITION: 7, MALFORMED_XML: 1 });
  });
});
