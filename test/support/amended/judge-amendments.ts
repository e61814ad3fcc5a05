import type {
  AmendableFiling,
  AmendableLine,
} from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import { linkAmendments } from '../../../src/ledger/decisions/amendments/link-amendments.ts';
import { Random } from '../../../src/server/demo/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { type MadeAmendment, makeAmendment, WAYS } from './amend-cells.ts';

const day = (known: string): CalendarDate => known as CalendarDate;

/**
 * What came of an amendment: as it was made, in doubt with candidates, or wrong in one of three
 * ways.
 */
export type Verdict = 'right' | 'unresolved' | 'double' | 'lost' | 'wrong line';

/** Filed a week after its original; the ledger holds these two alone. */
function judge(original: readonly AmendableLine[], made: MadeAmendment): Verdict {
  const filing = (
    id: bigint,
    filedOn: string,
    lines: readonly AmendableLine[],
  ): AmendableFiling => ({
    id,
    orderKey: `filing-${id}`,
    form: id === 1n ? 'FORM_4' : 'FORM_4_A',
    owners: [7n],
    periodOfReport: day('2030-01-02'),
    dateOfOriginalSubmission: id === 1n ? null : day('2030-01-04'),
    filedOn: [day(filedOn)],
    knownAt: `${filedOn}T22:00:00.000Z` as Instant,
    accessionNumber: null,
    named: { all: [], asAmended: [] },
    statesNothing: false,
    lines,
  });
  const amendment = filing(2n, '2030-01-11', made.lines);
  const [decision] = linkAmendments([filing(1n, '2030-01-04', original), amendment]);
  if (decision === undefined) throw new Error('An amendment is decided.');
  const isDoubtful = decision.outcome === 'UNRESOLVED' && decision.candidates.length > 0;
  const supersedes = new Map(
    decision.superseded.filter(({ isLeftOut }) => !isLeftOut).map(({ line, by }) => [by, line]),
  );
  const leftOut = new Set(
    decision.superseded.filter(({ isLeftOut }) => isLeftOut).map(({ line }) => line),
  );
  for (const [index, line] of made.lines.entries()) {
    const source = made.madeOf[index] ?? null;
    const superseded = supersedes.get(line);
    if (leftOut.has(line)) continue;
    if (source === null && superseded !== undefined) return 'lost';
    if (source !== null && superseded === undefined) return 'double';
    if (source !== null && superseded && !isSame(source, superseded)) return 'wrong line';
  }
  return isDoubtful ? 'unresolved' : 'right';
}

/** The same line, or one that cannot be distinguished from it. */
function isSame(a: AmendableLine, b: AmendableLine): boolean {
  const text = (line: AmendableLine) => JSON.stringify({ ...line, position: 0, line: 0 });
  return a === b || text(a) === text(b);
}

/** Counts of verdicts by way. */
export class Tally {
  readonly counts = new Map<string, Map<Verdict, number>>();

  add(way: string, verdict: Verdict): void {
    const of = this.counts.get(way) ?? new Map<Verdict, number>();
    this.counts.set(way, of.set(verdict, (of.get(verdict) ?? 0) + 1));
  }

  total(verdict?: Verdict): number {
    return [...this.counts.values()]
      .flatMap((of) => [...of])
      .filter(([name]) => verdict === undefined || name === verdict)
      .reduce((sum, [, count]) => sum + count, 0);
  }

  toString(): string {
    const rows = [...this.counts].map(
      ([way, of]) => `${way}: ${[...of].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    );
    return rows.sort().join('\n');
  }
}

/** Judges so many amendments of originals picked at random, each made in one way or in two. */
export function tallyOf(
  originals: readonly (readonly AmendableLine[])[],
  asked: { readonly count: number; readonly seed: number; readonly cells: 1 | 2 },
): Tally {
  const random = new Random(asked.seed);
  const tally = new Tally();
  while (tally.total() < asked.count) {
    const lines = random.pick(originals);
    const ways = asked.cells === 1 ? [random.pick(WAYS)] : [random.pick(CELLS), random.pick(CELLS)];
    if (new Set(ways).size < ways.length) continue;
    const made = makeAmendment(lines, ways, random);
    if (made !== null)
      tally.add(asked.cells === 1 ? `${ways[0]}` : 'two cells', judge(lines, made));
  }
  return tally;
}

/** The ways that change one cell. */
const CELLS = WAYS.slice(0, 9);
