import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { amendableLines } from '../support/amended/amendable-lines.ts';
import { tallyOf } from '../support/amended/judge-amendments.ts';
import { parse } from '../support/parse.ts';

const folder = process.env.CORPUS_DIR ?? '';
/** AMENDMENTS=10000 for a long run. */
const AMENDMENTS = Number(process.env.AMENDMENTS ?? 3_000);
const FILINGS = 3_000;

/** The lines of real originals, spread over the folder. */
function originals() {
  const names = readdirSync(folder).sort();
  const step = Math.max(1, Math.floor(names.length / FILINGS));
  return names
    .filter((_, index) => index % step === 0)
    .map((name) => parse(readFileSync(join(folder, name)), name))
    .flatMap((result) => (result.ok && !result.filing.form.endsWith('_A') ? [result.filing] : []))
    .map(amendableLines)
    .filter((lines) => lines.length > 0);
}

describe('§6 amendments made of real filings by changing a cell', () => {
  const filings = originals();

  it('one cell supersedes exactly the right line, or is UNRESOLVED with candidates', () => {
    const tally = tallyOf(filings, { count: AMENDMENTS, seed: 6, cells: 1 });
    process.stdout.write(`${String(tally)}\n`);
    expect([tally.total('double'), tally.total('lost'), tally.total('wrong line')]).toEqual([
      0, 0, 0,
    ]);
    expect(tally.total('right') / tally.total()).toBeGreaterThanOrEqual(0.99);
  });

  it('two cells lose no line, and are counted', () => {
    const tally = tallyOf(filings, { count: AMENDMENTS, seed: 7, cells: 2 });
    process.stdout.write(`${String(tally)}\n`);
    expect(tally.total('lost')).toBe(0);
  });
});
