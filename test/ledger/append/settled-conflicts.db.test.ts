import { describe, expect, it } from 'vitest';
import {
  ingest,
  ingestPrepared,
  prepareDocument,
  rebuildProjections,
  verifyLedger,
} from '../../../src/ledger/index.ts';
import { type Filing, PARSER_VERSION, parseDocument } from '../../../src/parser/index.ts';
import type { CalendarDate, Cik, Instant, SourceDocument } from '../../../src/values/index.ts';
import { parseFiling } from '../../support/parse.ts';
import { pictureOf } from '../../support/picture.ts';
import { type FullFiling, RENDITIONS } from '../../support/renditions.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const NUMBER = '0009000101-23-000007';
const FULL = {
  ...parseFiling(sampleDocuments()[`tarnwick/${NUMBER}.xml`] ?? '', `${NUMBER}.xml`),
  accessionNumber: NUMBER,
  filedOn: '2023-05-22' as CalendarDate,
  acceptedAt: '2023-05-22T21:14:05.000Z' as Instant,
} as FullFiling;
const [FIRST, SECOND] = FULL.lines;
if (FIRST === undefined || SECOND === undefined) throw new Error('The sample has changed.');

const VIEWPOINTS = [['2023-12-01', '2099-01-01T00:00:00.000Z']] as const;

const [xml, page] = [RENDITIONS.xml, RENDITIONS['numbered page']];
const withLines = (lines: Filing['lines']) => ({ ...FULL, lines }) as FullFiling;

async function outcomes(documents: readonly SourceDocument[]) {
  const ledger = await createTestLedger();
  const answers = [];
  for (const document of documents) answers.push(...(await ingest(ledger.database, [document])));
  const picture = await pictureOf(ledger, VIEWPOINTS);
  expect((await verifyLedger(ledger.database.pool)).faults).toEqual([]);
  const rebuilt = await rebuildProjections(ledger.database);
  expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
  return { outcomes: answers.map(({ outcome }) => outcome), picture };
}

describe('§2 a conflict under one number', () => {
  it.each([
    ['one row more', xml(withLines([FIRST]))],
    ['one row fewer', xml(withLines([FIRST, SECOND, { ...SECOND, line: SECOND.line + 1 }]))],
    ['no row', xml(withLines([]))],
    [
      'one cell other',
      xml(withLines([{ ...FIRST, nature: 'By Nobody', ownership: 'INDIRECT' }, SECOND])),
    ],
  ] as const)('stands where the same rendition has %s than the one on record', async (_, held) => {
    const { outcomes: came } = await outcomes([held, xml(FULL)]);
    expect(came).toEqual(['appended', 'rejected']);
  });

  it.each([
    ['one row more', page(FULL), xml(withLines([FIRST]))],
    ['one row fewer', page(withLines([FIRST])), xml(FULL)],
    ['one cell other', page(withLines([FIRST, { ...SECOND, nature: 'By Nobody' }])), xml(FULL)],
  ] as const)('stands where a less complete rendition comes with %s', async (_, lesser, held) => {
    const { outcomes: came, picture } = await outcomes([held, lesser]);
    expect(came).toEqual(['appended', 'rejected']);
    expect(picture).toEqual((await outcomes([held])).picture);
  });

  it('stands where a better rendition lacks a row or has another cell', async () => {
    for (const lines of [[SECOND], [FIRST, { ...SECOND, nature: 'By Nobody' }]]) {
      const { outcomes: came } = await outcomes([page(FULL), xml(withLines(lines))]);
      expect(came).toEqual(['appended', 'rejected']);
    }
  });

  it('stands where a better rendition is of another owner', async () => {
    const other = {
      ...FULL,
      reportingOwners: FULL.reportingOwners.map((owner) => ({
        ...owner,
        name: 'Quillmere Odalys',
        cik: '0009000999' as Cik,
      })),
    } as FullFiling;
    const { outcomes: came } = await outcomes([page(withLines([])), xml(other)]);
    expect(came).toEqual(['appended', 'rejected']);
  });

  it.each([
    ['no line', []],
    ['the first line', [FIRST]],
    ['the last line', [{ ...SECOND, line: 1 }]],
  ] as const)(
    'is settled by a better rendition that has every line, where the one on record has %s',
    async (_, lines) => {
      const lesser = page(withLines([...lines]));
      const alone = await outcomes([xml(FULL)]);
      const poorFirst = await outcomes([lesser, xml(FULL)]);
      const richFirst = await outcomes([xml(FULL), lesser]);
      expect(poorFirst.outcomes).toEqual(['appended', 'alreadyHeld']);
      expect(richFirst.outcomes).toEqual(['appended', 'rejected']);
      expect(poorFirst.picture).toEqual(alone.picture);
      expect(richFirst.picture).toEqual(alone.picture);
    },
  );

  it('is settled where the kept bytes, read by today’s parser, no longer conflict', async () => {
    const alone = await outcomes([xml(FULL), page(FULL)]);
    const { database } = await createTestLedger();
    const older = {
      version: PARSER_VERSION - 1,
      parse: (document: SourceDocument) => {
        const result = parseDocument(document);
        if (!result.ok) return result;
        return { ...result, filing: { ...result.filing, lines: result.filing.lines.slice(1) } };
      },
    };
    await ingestPrepared(database, [prepareDocument(xml(FULL), older)]);
    const [answer] = await ingest(database, [page(FULL)]);
    expect(answer).toMatchObject({ outcome: 'alreadyHeld', events: 2 });
    expect(await pictureOf({ database }, VIEWPOINTS)).toEqual(alone.picture);
    const { rows } = await database.pool.query('SELECT type FROM ledger_event ORDER BY position');
    expect(rows.map(({ type }) => type)).toContain('FILING_REREAD');
    expect((await rebuildProjections(database)).filter(({ same }) => !same)).toEqual([]);
  });

  it('is none where the same bytes come again and an older parser had read them otherwise', async () => {
    const { database } = await createTestLedger();
    const older = {
      version: PARSER_VERSION - 1,
      parse: (document: SourceDocument) => {
        const result = parseDocument(document);
        return result.ok ? { ...result, filing: { ...result.filing, lines: [] } } : result;
      },
    };
    const unnumbered = RENDITIONS['text page'](FULL);
    for (const document of [xml(FULL), unnumbered]) {
      await ingestPrepared(database, [prepareDocument(document, older)]);
    }
    const again = await ingest(database, [xml(FULL), unnumbered]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['alreadyHeld', 'alreadyHeld']);
    const { rows } = await database.pool.query('SELECT count(*) AS filings FROM filing');
    expect(rows).toEqual([{ filings: 1n }]);
  });
});
