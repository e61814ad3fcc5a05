import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FiledLine, Filing } from '../../src/parser/index.ts';
import { Random } from '../../src/server/demo/index.ts';
import { deletionsOf, figuresOf, someDeletionsOf } from '../support/deletions.ts';
import { dumps } from '../support/dumps.ts';
import { parse, parseFiling } from '../support/parse.ts';
import { CONVERTERS } from '../support/print/converters.ts';
import { pageFilings } from '../support/print/page-filings.ts';
import { PAGE_PRINTS } from '../support/print/page-prints.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';
import { sampleDocuments } from '../support/samples.ts';

/** How many places of a page are tried where not all are; an environment variable takes more. */
const PLACES = Number(process.env.DELETIONS ?? 20);

const filings = Object.entries(sampleDocuments()).map(
  ([path, text]) => [path, parseFiling(text, path)] as const,
);
const [WHOLE] = filings.filter(([path]) => path.endsWith('23-000012.txt'));
if (WHOLE === undefined) throw new Error('The sample has changed.');

const LINE = WHOLE[1].lines.find((line) => line.kind === 'transaction');
if (LINE === undefined) throw new Error('The sample has changed.');

const converted = Object.entries(CONVERTERS).map(([name, convert]) => ({
  name,
  print: (filing: Filing) => convert(printHtmlPage(filing)),
}));
const RENDITIONS = [...PAGE_PRINTS, ...converted];

/**
 * What a page without one of its parts must not be: a filing of other rows, or of other figures.
 */
function isPoorer(page: string, lines: readonly FiledLine[]): boolean {
  const result = parse(page);
  return result.ok && !isDeepStrictEqual(figuresOf(result.filing.lines), figuresOf(lines));
}

const read = (page: string) => parseFiling(page).lines;

describe.each(RENDITIONS)(
  '§1 a page that lacks a part has all its rows, or is refused: $name',
  ({ print }) => {
    it('every tag, heading and line of a sample in turn', () => {
      const whole = print(WHOLE[1]);
      const lines = read(whole);
      for (const { part, page } of deletionsOf(whole)) {
        expect(isPoorer(page, lines), part).toBe(false);
      }
    });

    it.each(filings)(`${PLACES} places of %s`, (_, filing) => {
      const whole = print(filing);
      const lines = read(whole);
      for (const { part, page } of someDeletionsOf(whole, new Random(16), PLACES)) {
        expect(isPoorer(page, lines), part).toBe(false);
      }
    });

    it('places of generated filings', () => {
      fc.assert(
        fc.property(pageFilings, fc.integer(), (filing, seed) => {
          const page = print(filing);
          const whole = parse(page);
          if (!whole.ok) return;
          const { lines } = whole.filing;
          expect(lines).toHaveLength(filing.lines.length);
          for (const deleted of someDeletionsOf(page, new Random(seed), 5)) {
            expect(isPoorer(deleted.page, lines), deleted.part).toBe(false);
          }
        }),
        { numRuns: 100 },
      );
    });
  },
);

describe('§1 a dump that lacks a line has all its rows, or is refused', () => {
  it.each(dumps())('$name', ({ text, sample }) => {
    const rows = filings.find(([path]) => path.includes(sample))?.[1].lines.length;
    // A row takes several lines here, and each of them is its own: figures may go with one.
    for (const { part, page } of deletionsOf(text)) {
      const result = parse(page);
      expect(result.ok && result.filing.lines.length !== rows, part).toBe(false);
    }
  });
});

describe('§1 a printed page says that a table is empty by its title and headings', () => {
  const page = printHtmlPage({ ...WHOLE[1], lines: [] });

  it('has no rows where both stand above none', () => {
    expect(parseFiling(page).lines).toEqual([]);
  });

  it.each([
    ['the title of Table I', /Table I - [^<]*/, '1:1'],
    ['the title of Table II', /Table II - [^<]*/, '1:1'],
    ['the headings of Table I', /<tr><th rowspan="2">1\. Title of Security.*?<\/thead>/s, null],
    ['the headings of Table II', /<tr><th rowspan="2">1\. Title of Deriv.*?<\/thead>/s, null],
  ])('is refused without %s', (_, part, place) => {
    const result = parse(page.replace(part, ''));
    expect(result.ok || result.problems).toMatchObject([
      { code: 'TABLE_UNREADABLE', path: place ?? expect.stringMatching(/^\d+:\d+$/) },
    ]);
  });

  it('has the figures that stand below their headings, though one above several is gone', () => {
    const sale = {
      ...LINE,
      acquiredDisposed: 'DISPOSED' as const,
      pricePerShare: null,
      nature: null,
    };
    const sold = printHtmlPage({ ...WHOLE[1], lines: [sale] });
    for (const group of sold.matchAll(/<th colspan="\d+">\d+\. (?:(?!<\/th>).)*<\/th>/g)) {
      const lines = read(sold.replace(group[0], ''));
      expect(figuresOf(lines), group[0]).toEqual(figuresOf(read(sold)));
    }
  });

  it('is refused where a heading over two dates stands alone, and a row has one of them', () => {
    const option: FiledLine = {
      ...LINE,
      kind: 'holding',
      table: 'DERIVATIVE',
      line: 1,
      securityTitle: 'Stock Option',
      exercisableOn: null,
      expiresOn: LINE.transactionDate,
      underlyingTitle: 'Common Stock',
      underlyingShares: LINE.shares,
      footnotes: [],
    };
    const dump = CONVERTERS['html-to-text with its tables'];
    const whole = dump?.(printHtmlPage({ ...WHOLE[1], lines: [option] })) ?? '';
    expect(read(whole)).toMatchObject([{ expiresOn: LINE.transactionDate, exercisableOn: null }]);
    const below = /^.*DATE EXERCISABLE +EXPIRATION DATE.*\n/m.exec(whole)?.[0] ?? '';
    expect(below).not.toBe('');
    const result = parse(whole.replace(below, ''));
    expect(result.ok || result.problems).toMatchObject([{ code: 'TABLE_UNREADABLE' }]);
  });

  it('is refused where a table is there twice', () => {
    const [table = ''] =
      /<table border="1"><thead><tr><th colspan="11">.*?<\/table>/s.exec(page) ?? [];
    const result = parse(page.replace(table, table + table));
    expect(result.ok || result.problems).toMatchObject([{ code: 'TABLE_UNREADABLE' }]);
  });

  it('is refused where a row of it is marked as a heading', () => {
    const full = printHtmlPage(WHOLE[1]);
    const row = /<tr>\n<td align="center">.*?<\/tr>/s.exec(full)?.[0] ?? '';
    const headed = full.replace(row, row.replaceAll('<td', '<th').replaceAll('</td', '</th'));
    expect(isPoorer(headed, read(full))).toBe(false);
  });
});
