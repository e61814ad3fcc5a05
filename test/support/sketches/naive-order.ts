import type { FilingSketch, LineSketch } from './sketch.ts';

/** §3: the transaction date where it can be, else the period; a holding line by its form. */
export function effectiveOn(line: LineSketch, sketch: FilingSketch): string {
  const possible = ({ on }: LineSketch) => on !== null && on >= '1934' && on <= sketch.day;
  if (line.on !== null) return possible(line) ? line.on : sketch.period;
  const dates = sketch.lines.filter(possible).map(({ on }) => on ?? '');
  return sketch.form === '4' ? (dates.sort().at(-1) ?? sketch.period) : sketch.period;
}

/** A line in running order, with what is held after it. */
export interface Running {
  readonly line: LineSketch;
  readonly amount: number;
  readonly derived: boolean;
}

/** §5, the running order: as listed, by date, reversed; final totals; else as listed. */
export function runningOrder(listed: readonly LineSketch[], sketch: FilingSketch): Running[] {
  const moved = listed.filter(({ isTransaction }) => isTransaction);
  const held = listed.filter(({ isTransaction }) => !isTransaction);
  const byDate = [...moved].sort((a, b) =>
    effectiveOn(a, sketch) < effectiveOn(b, sketch)
      ? -1
      : effectiveOn(a, sketch) > effectiveOn(b, sketch)
        ? 1
        : 0,
  );
  const runs = (lines: readonly LineSketch[]) =>
    lines.every((l, i) => i === 0 || (lines[i - 1]?.after ?? 0) + (l.change ?? 0) === l.after);
  const asFiled = (line: LineSketch) => ({ line, amount: line.after, derived: false });
  const found = [moved, byDate, [...moved].reverse()].find(runs);
  if (found !== undefined) return [...found, ...held].map(asFiled);
  const total = moved[0]?.after ?? 0;
  if (moved.some(({ after }) => after !== total)) return [...moved, ...held].map(asFiled);
  const backwards = byDate.map((line, index) => {
    const later = byDate.slice(index + 1).reduce((sum, { change }) => sum + (change ?? 0), 0);
    return { line, amount: total - later, derived: later !== 0 };
  });
  return [...backwards, ...held.map(asFiled)];
}
