import { describe, expect, it } from 'vitest';
import {
  ingestPrepared,
  prepareDocument,
  rebuildProjections,
  verifyLedger,
} from '../../../src/ledger/index.ts';
import { PARSER_VERSION, parseDocument } from '../../../src/parser/index.ts';
import { parseFiling } from '../../support/parse.ts';
import { PAGE_PRINTS } from '../../support/print/page-prints.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const NUMBER = '0009000101-23-000005';
const XML = sampleDocuments()[`tarnwick/${NUMBER}.xml`] ?? '';

describe('§4 the version of the parser', () => {
  it('is kept with every reading, and a filing goes by the oldest of its readings', async () => {
    const { database } = await createTestLedger();
    const page = sourceDocument('page.txt', PAGE_PRINTS[1]?.print(parseFiling(XML)) ?? '');
    const older = { version: PARSER_VERSION - 1, parse: parseDocument };
    await ingestPrepared(database, [prepareDocument(page, older)]);
    await ingestPrepared(database, [prepareDocument(sourceDocument(`${NUMBER}.xml`, XML))]);
    const { rows } = await database.pool.query(
      `SELECT coalesce(payload->'parser', payload->'told'->'parser') AS parser FROM ledger_event
       WHERE type IN ('FILING_RECEIVED', 'IDENTITY_RESOLVED') ORDER BY position`,
    );
    expect(rows.map(({ parser }) => parser)).toContain(PARSER_VERSION);
    expect(rows[0]).toEqual({ parser: PARSER_VERSION - 1 });
    const filings = await database.pool.query('SELECT parser FROM filing');
    expect(filings.rows).toEqual([{ parser: PARSER_VERSION - 1 }]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    expect((await rebuildProjections(database)).filter(({ same }) => !same)).toEqual([]);
  });
});
