import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageOf, readAtom } from '../../src/sources/edgar/index.ts';

/** A folder of pages that EDGAR once gave (CORPUS_FEEDS). */
const folder = process.env.CORPUS_FEEDS;
const pages = folder === undefined ? [] : readdirSync(folder).filter((name) => /atom/.test(name));

it.skipIf(pages.length === 0)('every page of the current-filings feed is read whole', () => {
  for (const name of pages) {
    const bytes = readFileSync(join(folder ?? '', name));
    const entries = readAtom(bytes);
    if (typeof entries === 'string') throw new Error(`${name}: ${entries}`);
    const text = bytes.toString('latin1');
    expect(entries).toHaveLength(text.match(/<entry>/g)?.length ?? 0);
    const page = pageOf(entries, '4');
    expect(page.badEntries).toBe(0);
    const listed = [...text.matchAll(/term="4(?:\/A)?"\s*\/>\s*<id>[^<]*=([\d-]+)</g)];
    expect(page.filings.map(({ accessionNumber }) => accessionNumber)).toEqual([
      ...new Set(listed.map(([, number]) => number)),
    ]);
    expect(page.filings.every(({ filedOn, updatedAt }) => filedOn && updatedAt)).toBe(true);
  }
});
