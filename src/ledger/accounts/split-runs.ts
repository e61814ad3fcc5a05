import { type Decimal, subtract } from '../../values/index.ts';
import { groupBy } from './group-by.ts';
import type { GroupLine } from './group-line.ts';
import { type RunningLine, runningOrder } from './running-order.ts';

/** The lines of one account in one filing, in running order; never empty. */
export type Run = readonly [RunningLine, ...RunningLine[]];

/**
 * Splits the lines that one filing lists under one key into runs, one an account: all transactions
 * together unless their footnotes tell accounts apart and the amounts agree with that; each holding
 * line apart, unless it only repeats the balance that the transactions end with (docs/domain.md §5).
 */
export function splitRuns(listed: readonly GroupLine[]): Run[] {
  const runs = splitTransactions(listed.filter(({ isTransaction }) => isTransaction));
  const transacted = runs.length === 1 ? runs[0] : undefined;
  let repeated = false;
  for (const holding of listed.filter(({ isTransaction }) => !isTransaction)) {
    const isRepeat =
      !repeated &&
      transacted?.at(-1)?.amount === holding.amount &&
      notesOf(transacted) === holding.natureNotes;
    if (isRepeat && transacted !== undefined) {
      repeated = true;
      runs[0] = [...transacted, ...runningOrder([holding])];
    } else runs.push(...asRuns(runningOrder([holding])));
  }
  return runs;
}

/** The footnotes that tell an account from others of its key. */
export function notesOf(run: Run): string {
  return run[0].line.natureNotes;
}

/** What the account held before a run, as its first line implies; null where it does not say. */
export function openingBalance([{ line, amount }]: Run): Decimal | null {
  if (amount === null) return null;
  return line.change === null ? amount : subtract(amount, line.change);
}

function splitTransactions(transactions: readonly GroupLine[]): Run[] {
  const whole = asRuns(runningOrder(transactions));
  const byNotes = [...groupBy(transactions, ({ natureNotes }) => natureNotes).values()];
  if (byNotes.length < 2) return whole;
  const parts = byNotes.flatMap((part) => asRuns(runningOrder(part)));
  return breaks(parts) < breaks(whole) ? parts : whole;
}

function breaks(runs: readonly Run[]): number {
  let count = 0;
  for (const run of runs) {
    for (const [index, line] of run.entries()) {
      const before = run[index - 1];
      if (before !== undefined && openingBalance([line]) !== before.amount) count += 1;
    }
  }
  return count;
}

function asRuns(lines: readonly RunningLine[]): Run[] {
  const [first, ...rest] = lines;
  return first === undefined ? [] : [[first, ...rest]];
}
