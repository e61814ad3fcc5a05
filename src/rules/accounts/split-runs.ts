import { groupBy, isZero } from '../../values/index.ts';
import type { GroupLine } from './group-line.ts';
import {
  asRun,
  type Balance,
  balanceBefore,
  countBreaks,
  foldNotes,
  isSameBalance,
  notesOf,
  type Run,
} from './run.ts';
import { linkTrails } from './trails.ts';

/**
 * Splits the lines that one filing lists under one key into runs, one an account, given the
 * balances of the accounts open under that key. Transactions are one run, unless footnotes or
 * amounts that link into several trails explain more of them; each holding line stands apart,
 * unless it only repeats the balance that the transactions end with (docs/domain.md §5).
 */
export function splitRuns(listed: readonly GroupLine[], open: () => readonly Balance[]): Run[] {
  const runs = splitTransactions(
    listed.filter(({ isTransaction }) => isTransaction),
    open,
  );
  const transacted = runs.length === 1 ? runs[0] : undefined;
  let repeated = false;
  for (const holding of listed.filter(({ isTransaction }) => !isTransaction)) {
    const isRepeat =
      !repeated &&
      transacted?.at(-1)?.amount === holding.amount &&
      notesOf(transacted) === foldNotes(holding.notes);
    if (isRepeat && transacted !== undefined) {
      repeated = true;
      runs[0] = [...transacted, { line: holding, amount: holding.amount, derived: false }];
    } else runs.push(...asRun([holding]));
  }
  return runs;
}

/**
 * Of the ways to split, the one that leaves least unexplained; of equals the one with fewest runs.
 */
function splitTransactions(lines: readonly GroupLine[], open: () => readonly Balance[]): Run[] {
  const whole = asRun(lines);
  if (lines.length < 2 || (whole[0] !== undefined && countBreaks(whole[0]) === 0)) return whole;
  const trails = asTrails(lines);
  if (areApart(lines, trails) || areGrants(lines)) return trails;
  const byNotes = [...groupBy(lines, ({ notes }) => foldNotes(notes)).values()];
  const balances = open();
  const ways = [
    { runs: whole, distinct: 1 },
    { runs: byNotes.flatMap(asRun), distinct: byNotes.length },
    { runs: byNotes.flatMap(asTrails), distinct: byNotes.length },
    { runs: trails, distinct: 1 },
  ].map((way) => ({ ...way, cost: unexplained(way, balances) }));
  return ways.reduce((best, way) =>
    way.cost < best.cost || (way.cost === best.cost && way.runs.length < best.runs.length)
      ? way
      : best,
  ).runs;
}

/**
 * Whether three lines or more of one indirect nature, date and code link nowhere: several funds
 * trading together, which a filing lists under one nature.
 */
function areApart(lines: readonly GroupLine[], trails: readonly Run[]): boolean {
  const kinds = new Set(lines.map(({ effectiveOn, code }) => `${effectiveOn} ${code}`));
  const isIndirect = lines.every(({ ownership }) => ownership === 'INDIRECT');
  return isIndirect && kinds.size === 1 && lines.length > 2 && trails.length === lines.length;
}

/**
 * Whether they are of Table II: a gap within a filing is no missing filing, so each trail is a
 * grant.
 */
function areGrants([first]: readonly GroupLine[]): boolean {
  return first?.table === 'DERIVATIVE';
}

function asTrails(lines: readonly GroupLine[]): Run[] {
  const trails = linkTrails(lines);
  return trails === null ? asRun(lines) : trails.flatMap(asRun);
}

/**
 * Lines that do not begin where another ended, in their run, in an open account, or from nothing;
 * but for as many runs as their footnotes distinguish, because an account may be new to the ledger.
 */
function unexplained(
  { runs, distinct }: { readonly runs: readonly Run[]; readonly distinct: number },
  open: readonly Balance[],
): number {
  const left = [...open];
  let breaks = 0;
  let unfounded = 0;
  for (const run of runs) {
    breaks += countBreaks(run);
    const opening = balanceBefore(run[0]);
    const index = left.findIndex((balance) => isSameBalance(balance, opening));
    if (index >= 0) left.splice(index, 1);
    else if (opening === null || !isZero(opening.amount)) unfounded += 1;
  }
  return breaks + Math.max(0, unfounded - distinct);
}
