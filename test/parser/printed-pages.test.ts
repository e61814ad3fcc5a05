import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/ledger/decisions/filings/fingerprint.ts';
import type { Filing } from '../../src/parser/index.ts';

import { complaints, parse, parseFiling } from '../support/parse.ts';
import { pageFilings } from '../support/print/page-filings.ts';
import { PAGE_PRINTS } from '../support/print/page-prints.ts';
import { sampleDocuments } from '../support/samples.ts';

const samples = Object.entries(sampleDocuments()).map(
  ([path, text]) => [path, parseFiling(text, path)] as const,
);

describe.each(PAGE_PRINTS)('§1 a filing printed as $name and read back', ({ print, known }) => {
  const readBack = (filing: Filing) => {
    const result = parse(print(filing));
    if (!result.ok) throw new Error(complaints(result).join());
    return result.filing;
  };

  it.each(samples)('is the same but for what a page does not say: %s', (_, filing) => {
    expect(known(readBack(filing))).toEqual(known(filing));
  });

  it('is the same whatever it holds', () => {
    fc.assert(
      fc.property(pageFilings, (filing) => {
        expect(known(readBack(filing))).toEqual(known(filing));
      }),
      { numRuns: 200 },
    );
  });

  it('is refused wherever it is cut before its signature line, and never a shorter filing', () => {
    const [, filing] = samples.find(([path]) => path.startsWith('tarnwick/')) ?? [];
    if (filing === undefined) throw new Error('The sample has changed.');
    const page = print(filing);
    const end = page.indexOf('Signature of Reporting Person');
    for (let length = 0; length < end; length += 7) {
      expect(parse(page.slice(0, length)).ok, `cut at ${length}`).toBe(false);
    }
  });

  it.each(samples)('§2 has the same fingerprint: %s', (_, filing) => {
    expect(fingerprint(readBack(filing))).toBe(fingerprint(filing));
  });
});
