import { type Decimal, subtract } from '../../values/index.ts';
import type { GroupLine } from './group-line.ts';
import { foldNotes } from './run.ts';

/** A line as a step: from the balance that it implies to the balance that it reports. */
interface Step {
  readonly line: GroupLine;
  /** Its footnotes, folded. */
  readonly notes: string;
  readonly from: string;
  readonly to: string;
}

/** Of more lines than this nobody can say what belongs together; EDGAR takes thirty of a table. */
const LINES_AT_MOST = 100;

/**
 * Links lines end to start, each beginning where another ends, into as few trails as can be; lines
 * that one account reports in whatever order make one trail (docs/domain.md §5). Null where a line
 * does not say where it begins and ends, or where there are too many.
 */
export function linkTrails(lines: readonly GroupLine[]): GroupLine[][] | null {
  if (lines.length > LINES_AT_MOST) return null;
  const steps = lines.map(stepOf);
  if (!steps.every((step) => step !== null)) return null;
  const left = new Set(steps);
  const trails = starts(steps).map((place) => walk(left, place));
  // What no trail has taken are rounds, which end where they begin: into a trail that comes by, or
  // apart.
  for (const trail of trails) weaveRounds(left, trail);
  for (const { from } of steps) {
    const round = walk(left, from);
    if (round.length === 0) continue;
    weaveRounds(left, round);
    trails.push(round);
  }
  return trails.map((trail) => trail.map(({ line }) => line));
}

function stepOf(line: GroupLine): Step | null {
  if (line.amount === null || line.change === null) return null;
  const place = (balance: Decimal) => `${line.unit} ${balance}`;
  const notes = foldNotes(line.notes);
  return { line, notes, from: place(subtract(line.amount, line.change)), to: place(line.amount) };
}

/** Every place that more steps leave than reach, as often as that. */
function starts(steps: readonly Step[]): string[] {
  const reached = new Map<string, number>();
  for (const { to } of steps) reached.set(to, (reached.get(to) ?? 0) + 1);
  return steps
    .map(({ from }) => from)
    .filter((from) => {
      const count = reached.get(from) ?? 0;
      reached.set(from, count - 1);
      return count <= 0;
    });
}

/** Takes steps from a place on, those of the same footnotes first, until there is no more. */
function walk(left: Set<Step>, start: string): Step[] {
  const trail: Step[] = [];
  let place = start;
  for (;;) {
    const next = [...left].filter(({ from }) => from === place);
    const step = next.find(({ notes }) => notes === trail.at(-1)?.notes) ?? next[0];
    if (step === undefined) return trail;
    trail.push(step);
    left.delete(step);
    place = step.to;
  }
}

/** Puts what is left of rounds into a trail wherever it comes by their places. */
function weaveRounds(left: Set<Step>, trail: Step[]): void {
  for (let at = 0; at <= trail.length && left.size > 0; at += 1) {
    const place = trail[at]?.from ?? trail.at(-1)?.to;
    if (place === undefined) return;
    trail.splice(at, 0, ...walk(left, place));
  }
}
