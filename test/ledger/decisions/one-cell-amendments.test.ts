import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amendableLines } from '../../support/amended/amendable-lines.ts';
import { tallyOf } from '../../support/amended/judge-amendments.ts';
import { parseFiling } from '../../support/parse.ts';
import { histories } from '../../support/sketches/history-arbitrary.ts';
import { printSketch } from '../../support/sketches/print-sketch.ts';

/** AMENDMENTS=10000 for a long run. */
const AMENDMENTS = Number(process.env.AMENDMENTS ?? 1_500);

/** Lines of generated originals: chains of trades, holdings and options, in several orders. */
function originals(count: number) {
  return fc
    .sample(histories, { seed: 19, numRuns: count })
    .flatMap((history) => history.filter(({ isAmendment }) => !isAmendment))
    .map((sketch) => printSketch({ ...sketch, rendition: 'xml' }))
    .map(({ bytes, name }) => amendableLines(parseFiling(bytes, name)))
    .filter((lines) => lines.length > 0)
    .slice(0, count);
}

describe('§6 amendments made of generated filings', () => {
  const filings = originals(Math.min(AMENDMENTS, 2_000));

  it('one changed cell supersedes exactly the right line, or is UNRESOLVED with candidates', () => {
    const tally = tallyOf(filings, { count: AMENDMENTS, seed: 6, cells: 1 });
    expect([tally.total('double'), tally.total('lost'), tally.total('wrong line')]).toEqual([
      0, 0, 0,
    ]);
    expect(tally.total('right') / tally.total(), String(tally)).toBeGreaterThanOrEqual(0.99);
    if (process.env.AMENDMENTS !== undefined) process.stdout.write(`${String(tally)}\n`);
  });

  it('two changed cells lose no line; half supersede the right one, and the others add a line', () => {
    const tally = tallyOf(filings, { count: AMENDMENTS, seed: 7, cells: 2 });
    expect(tally.total('lost'), String(tally)).toBe(0);
    expect(tally.total('right') / tally.total(), String(tally)).toBeGreaterThan(0.45);
    expect(tally.total('wrong line') / tally.total(), String(tally)).toBeLessThan(0.005);
    if (process.env.AMENDMENTS !== undefined) process.stdout.write(`${String(tally)}\n`);
  });
});
