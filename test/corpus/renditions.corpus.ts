import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections, verifyLedger } from '../../src/ledger/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { parse } from '../support/parse.ts';
import { pictureOf } from '../support/picture.ts';
import { type FullFiling, RENDITIONS } from '../support/renditions.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const folder = process.env.CORPUS_DIR ?? '';
const AT_MOST = Number(process.env.CORPUS_FILES ?? 1_500);
const BATCH = 200;
const VIEWPOINTS = [
  ['2023-06-30', '2023-07-31T00:00:00.000Z'],
  ['2099-01-01', '2099-01-01T00:00:00.000Z'],
] as const;

/** Submissions, each beside the text page and the rows of a data set that its filing would make. */
function renditionsOfEach(): SourceDocument[][] {
  const all = folder === '' ? [] : readdirSync(folder).sort();
  const step = Math.max(1, Math.floor(all.length / AT_MOST));
  return all
    .filter((_, index) => index % step === 0)
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      const result = parse(bytes, name);
      if (!result.ok) return [];
      const filing = result.filing as FullFiling;
      const page = RENDITIONS['text page'](filing);
      const rows = RENDITIONS['data set'](filing);
      const isRead = [page, rows].every((document) => parse(document.bytes).ok);
      return isRead ? [[page, rows, sourceDocument(name, bytes)]] : [];
    });
}

async function pictureAfter(documents: readonly SourceDocument[]) {
  const ledger = await createTestLedger();
  for (let at = 0; at < documents.length; at += BATCH) {
    for (const answer of await ingest(ledger.database, documents.slice(at, at + BATCH))) {
      expect(answer.outcome === 'rejected' && answer).toBe(false);
    }
  }
  const picture = await pictureOf(ledger, VIEWPOINTS);
  expect((await verifyLedger(ledger.database.pool)).faults).toEqual([]);
  const rebuilt = await rebuildProjections(ledger.database);
  expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
  return picture;
}

describe('§2 filings of a corpus, each in three renditions', () => {
  it('give the same ledger as their submissions alone, and do so in any order', async () => {
    const filings = renditionsOfEach();
    expect(filings.length).toBeGreaterThan(AT_MOST / 2);
    const nth = (place: number) => filings.flatMap((documents) => documents.slice(place)[0] ?? []);
    const [pages, rows, submissions] = [nth(0), nth(1), nth(2)];
    const alone = await pictureAfter(submissions);
    expect(await pictureAfter([...pages, ...rows, ...submissions])).toEqual(alone);
    expect(await pictureAfter([...submissions, ...rows, ...pages])).toEqual(alone);
  });

  it('give one ledger in any order where only some come with CIKs', async () => {
    const some = renditionsOfEach().flatMap(([page, rows, submission], index) =>
      [page, index % 3 === 0 ? rows : undefined, index % 4 === 0 ? submission : undefined].filter(
        (document) => document !== undefined,
      ),
    );
    const forwards = await pictureAfter(some);
    expect(await pictureAfter([...some].reverse())).toEqual(forwards);
  });
});
