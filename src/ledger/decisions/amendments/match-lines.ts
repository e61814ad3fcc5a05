import type { MatchEvidence } from '../../events/index.ts';
import { type StandingEnds, standingEnds, tradeDoubt } from './added-trade.ts';
import type { AmendableLine } from './amended-filing.ts';
import { areAlike, fitLines, type LineFit } from './line-fit.ts';

/** A line in force and the amendment's line that supersedes it. */
export interface LineMatch {
  readonly original: AmendableLine;
  readonly by: AmendableLine;
  /** True where the amendment repeats the line without a change. */
  readonly unchanged: boolean;
  readonly evidence: MatchEvidence;
  /** Whether nothing else fits as well. */
  readonly isCertain: boolean;
}

/** An amendment's line that may supersede a line in force, or another, or none. */
export interface LineDoubt {
  /** The line that it fits best, or as well as another. */
  readonly original: AmendableLine;
  readonly by: AmendableLine;
  readonly evidence: MatchEvidence;
}

/** How the lines of an amendment go with lines in force; lines in neither list are added. */
export interface MatchedLines {
  readonly matches: readonly LineMatch[];
  readonly doubts: readonly LineDoubt[];
  /**
   * In how many cells the lines differ; a line in doubt counts one more, an added line NOT_FITTING.
   */
  readonly cost: number;
}

/** More than any two lines that fit differ in. */
const NOT_FITTING = 10;

/**
 * Matches an amendment's lines one to one with lines in force: equal lines first, then those that
 * differ in the fewest cells. What can go with two different lines, or may be an added trade, is in
 * doubt (docs/domain.md §6).
 */
export function matchLines(
  standing: readonly AmendableLine[],
  amending: readonly AmendableLine[],
): MatchedLines {
  const pairs = pairsOf(standing, amending);
  const taken = new Map<AmendableLine, Pair>();
  const chosen: Pair[] = [];
  for (const pair of pairs) {
    if (taken.has(pair.original) || taken.has(pair.by)) continue;
    taken.set(pair.original, pair).set(pair.by, pair);
    chosen.push(pair);
  }
  const rivals = rivalsOf(chosen, pairs, taken);
  const matches: LineMatch[] = [];
  const doubts: LineDoubt[] = [];
  let cost = NOT_FITTING * (amending.length - chosen.length);
  for (const pair of chosen) {
    const { original, by, evidence } = pair;
    const rival = rivals.get(pair);
    const isInDoubt = pair.isInDoubt || rival === 'STANDING';
    cost += pair.cost + (isInDoubt ? 1 : 0);
    if (isInDoubt) {
      doubts.push({ original, by, evidence });
      continue;
    }
    const isSure = evidence === 'SAME_KEY' || (evidence === 'ONE_CELL' && pair.isPure);
    matches.push({
      original,
      by,
      evidence,
      unchanged: pair.cost === 0,
      isCertain: isSure && rival === undefined,
    });
  }
  return { matches, doubts, cost };
}

interface Pair extends LineFit {
  readonly original: AmendableLine;
  readonly by: AmendableLine;
  readonly isInPlace: boolean;
  readonly isInDoubt: boolean;
}

/** Every two lines that fit, the best first; lines that are equal go together before all others. */
function pairsOf(standing: readonly AmendableLine[], amending: readonly AmendableLine[]): Pair[] {
  const tables = new Restated(standing, amending);
  const ends = standingEnds(standing);
  const pairs: Pair[] = [];
  for (const by of amending) {
    for (const original of standing) {
      const pair = pairOf(original, by, tables, ends);
      if (pair !== null) pairs.push(pair);
    }
  }
  return pairs.sort(
    (a, b) =>
      compareFit(a, b) ||
      Math.abs(a.original.line - a.by.line) - Math.abs(b.original.line - b.by.line) ||
      a.by.line - b.by.line ||
      a.original.line - b.original.line,
  );
}

function pairOf(
  original: AmendableLine,
  by: AmendableLine,
  tables: Restated,
  ends: StandingEnds,
): Pair | null {
  const isCounted = tables.haveEqualCounts(by);
  const isInPlace = isCounted && original.line === by.line;
  const fit = fitLines(original, by, isInPlace);
  if (fit === null) return null;
  const isRestated = isInPlace && tables.repeatsAnother(by);
  const doubt = fit.cost === 0 || isRestated ? 'NONE' : tradeDoubt(original, by, ends);
  if (doubt === 'ADDED') return null;
  return { ...fit, original, by, isInPlace, isInDoubt: doubt === 'IN_DOUBT' };
}

/** By cells that differ, then by doubt, then by place in the table. */
function compareFit(a: Pair, b: Pair): number {
  return (
    a.cost - b.cost ||
    Number(a.isInDoubt) - Number(b.isInDoubt) ||
    Number(b.isInPlace) - Number(a.isInPlace)
  );
}

/**
 * Of pairs chosen: whether another line fits as well, and whether one that is still in force does.
 */
function rivalsOf(
  chosen: readonly Pair[],
  pairs: readonly Pair[],
  taken: ReadonlyMap<AmendableLine, Pair>,
): Map<Pair, 'STANDING' | 'TAKEN'> {
  const rivals = new Map<Pair, 'STANDING' | 'TAKEN'>();
  const ofLine = new Map(chosen.map((pair) => [pair.by, pair]));
  for (const pair of pairs) {
    const best = ofLine.get(pair.by);
    if (best === undefined || best === pair || compareFit(best, pair) !== 0) continue;
    if (areAlike(best.original, pair.original)) continue;
    const isTaken = taken.has(pair.original);
    if (!isTaken) rivals.set(best, 'STANDING');
    else if (!rivals.has(best)) rivals.set(best, 'TAKEN');
  }
  return rivals;
}

/** Which tables the amendment may restate as a whole. */
class Restated {
  readonly #counts = new Map<string, number>();
  readonly #repeated = new Map<string, Set<AmendableLine>>();

  constructor(standing: readonly AmendableLine[], amending: readonly AmendableLine[]) {
    for (const { table } of standing) this.#add(table, 1);
    for (const { table } of amending) this.#add(table, -1);
    for (const by of amending) {
      const isRepeated = standing.some((line) => line.line === by.line && areAlike(line, by));
      const repeated = this.#repeated.get(by.table) ?? new Set();
      if (isRepeated) this.#repeated.set(by.table, repeated.add(by));
    }
  }

  /** Whether the amendment has as many lines in the table of a line as are in force. */
  haveEqualCounts({ table }: AmendableLine): boolean {
    return this.#counts.get(table) === 0;
  }

  /** Whether another line than this is repeated in its place, without a change. */
  repeatsAnother(line: AmendableLine): boolean {
    const repeated = this.#repeated.get(line.table);
    return repeated !== undefined && repeated.size > (repeated.has(line) ? 1 : 0);
  }

  #add(table: string, by: number): void {
    this.#counts.set(table, (this.#counts.get(table) ?? 0) + by);
  }
}
