import type { CalendarDate } from '../../values/index.ts';
import type { Slot } from './assigned-line.ts';
import { balanceBefore, isSameBalance, type Run } from './run.ts';
import type { RunningLine } from './running-order.ts';
import { balanceAt, latestEffective } from './slots.ts';

/**
 * The first lines of a run that are late and do not begin where the account ended, given the latest
 * day on which anything is effective there (docs/domain.md §5). Few lines come late.
 */
export function lateLines(
  run: Run,
  slots: readonly Slot[],
  day: CalendarDate | '',
): ReadonlySet<RunningLine> {
  const [first] = run;
  const { knownAt } = first.line.filing;
  if (first.line.effectiveOn >= day) return NONE;
  const latest = latestEffective(slots, knownAt);
  const isLate = ({ line }: RunningLine) => line.effectiveOn < latest;
  const held = isLate(first) ? balanceAt(slots, knownAt) : null;
  const before = balanceBefore(first);
  if (held === null || held.unit !== before?.unit || isSameBalance(held, before)) return NONE;
  const next = run.findIndex((line) => !isLate(line));
  return new Set(next < 0 ? run : run.slice(0, next));
}

const NONE: ReadonlySet<RunningLine> = new Set();
