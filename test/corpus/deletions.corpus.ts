import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import type { Filing } from '../../src/parser/index.ts';
import { Random } from '../../src/server/demo/index.ts';
import { deletionsOf, figuresOf, someDeletionsOf } from '../support/deletions.ts';
import { parse } from '../support/parse.ts';
import { CONVERTERS } from '../support/print/converters.ts';
import { PAGE_PRINTS } from '../support/print/page-prints.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';

const folder = process.env.CORPUS_DIR ?? '';
const number = (name: string, usual: number) => Number(process.env[name] ?? usual);

/** How many filings, spread over the corpus; how many of them lose every part, one at a time. */
const FILINGS = number('CORPUS_CONVERTED', 300);
const DELETED_FROM = number('CORPUS_DELETED', 10);
/** How many parts each of the others loses. */
const PLACES = number('DELETIONS', 20);
/** "2/8" is the second eighth of them: the whole corpus takes the better part of an hour. */
const [shard = 1, shards = 1] = (process.env.CORPUS_SHARD ?? '1/1').split('/').map(Number);

const HOURS = 4 * 3_600_000;

const PRINTS: readonly { readonly name: string; readonly print: (filing: Filing) => string }[] = [
  ...PAGE_PRINTS,
  ...Object.entries(CONVERTERS).map(([name, convert]) => ({
    name,
    print: (filing: Filing) => convert(printHtmlPage(filing)),
  })),
];

it(
  '§1 a page that lacks any one part has all rows of its filing, or is refused',
  () => {
    const all = readdirSync(folder).sort();
    const sample = every(all, Math.max(1, Math.floor(all.length / FILINGS)));
    const whole = new Set(every(sample, Math.max(1, Math.floor(sample.length / DELETED_FROM))));
    const lost: string[] = [];
    const counts = PRINTS.map(({ name }) => ({ name, pages: 0, refused: 0, parts: 0, read: 0 }));
    for (const [index, name] of sample.entries()) {
      if (index % shards !== shard - 1) continue;
      const result = parse(readFileSync(join(folder, name)), name);
      if (!result.ok) continue;
      for (const [at, { name: style, print }] of PRINTS.entries()) {
        const count = counts[at];
        if (count === undefined) continue;
        const page = print(result.filing);
        const back = parse(page);
        count.pages += 1;
        // A few are refused whole: that is the converter's doing, and pages.corpus.ts counts them.
        if (!back.ok) {
          count.refused += 1;
          continue;
        }
        if (back.filing.lines.length !== result.filing.lines.length) lost.push(`${name}: ${style}`);
        const figures = figuresOf(back.filing.lines);
        const deletions = whole.has(name)
          ? deletionsOf(page)
          : someDeletionsOf(page, new Random(index), PLACES);
        for (const { part, page: damaged } of deletions) {
          const read = parse(damaged);
          count.parts += 1;
          if (!read.ok) continue;
          count.read += 1;
          if (!isDeepStrictEqual(figuresOf(read.filing.lines), figures)) {
            lost.push(`${name}: ${style} without ${part}`);
          }
        }
      }
    }
    console.table(counts);
    expect(lost).toEqual([]);
  },
  HOURS,
);

function every<T>(list: readonly T[], step: number): T[] {
  return list.filter((_, index) => index % step === 0);
}
