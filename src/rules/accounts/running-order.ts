import { add, type Decimal, isZero, subtract, ZERO } from '../../values/index.ts';
import type { GroupLine } from './group-line.ts';

/** A line in the order in which amounts run, with its balance; derived where no filing says it. */
export interface RunningLine {
  readonly line: GroupLine;
  readonly amount: Decimal | null;
  readonly derived: boolean;
}

/**
 * Puts the lines of one account in one filing into the order in which their amounts run: as listed,
 * by date, or reversed. Where every amount is equal although the changes are not zero they are
 * final totals; where the first lines say none, the next one tells what was before it: the running
 * balances are worked out backwards. Where nothing runs, the order listed (docs/domain.md §5).
 */
export function runningOrder(listed: readonly GroupLine[]): readonly RunningLine[] {
  if (listed.length < 2) return listed.map(asReported);
  const byDate = [...listed].sort(compareDates);
  for (const order of [listed, byDate, [...listed].reverse(), [...byDate].reverse()]) {
    if (runs(order)) return order.map(asReported);
  }
  if (isFinalTotal(listed)) return backwards(byDate);
  const order = [listed, byDate].find(isStatedAtEnd);
  if (order === undefined) return listed.map(asReported);
  const first = order.findIndex(({ amount }) => amount !== null) + 1;
  return [...backwards(order.slice(0, first)), ...order.slice(first).map(asReported)];
}

/**
 * Whether lines that say no amount lead up to some that do and run, so that these tell what was
 * before.
 */
function isStatedAtEnd(order: readonly GroupLine[]): boolean {
  const first = order.findIndex(({ amount }) => amount !== null);
  const unit = order[first]?.unit;
  return (
    first > 0 &&
    order.slice(0, first + 1).every((line) => line.change !== null && line.unit === unit) &&
    runs(order.slice(first))
  );
}

function asReported(line: GroupLine): RunningLine {
  return { line, amount: line.amount, derived: false };
}

function compareDates(a: GroupLine, b: GroupLine): number {
  return a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0;
}

function runs(order: readonly GroupLine[]): boolean {
  return order.every((line, index) => {
    const before = order[index - 1];
    if (before === undefined) return true;
    if (line.amount === null || before.amount === null || line.unit !== before.unit) return false;
    return add(before.amount, line.change ?? ZERO) === line.amount;
  });
}

function isFinalTotal(lines: readonly GroupLine[]): boolean {
  const [first] = lines;
  return (
    first !== undefined &&
    first.amount !== null &&
    lines.every(({ amount, unit }) => amount === first.amount && unit === first.unit) &&
    lines.every(({ change }) => change !== null) &&
    lines.some(({ change }) => change !== null && !isZero(change))
  );
}

function backwards(order: readonly GroupLine[]): readonly RunningLine[] {
  const running: RunningLine[] = [];
  let amount = order.at(-1)?.amount ?? null;
  for (const line of [...order].reverse()) {
    running.unshift({ line, amount, derived: amount !== line.amount });
    if (amount !== null && line.change !== null) amount = subtract(amount, line.change);
  }
  return running;
}
