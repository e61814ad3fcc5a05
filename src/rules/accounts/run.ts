import { type Decimal, isAscii, remembered, subtract } from '../../values/index.ts';
import type { GroupLine, Unit } from './group-line.ts';
import { noteDates } from './note-dates.ts';
import { type RunningLine, runningOrder } from './running-order.ts';

/** The lines of one account in one filing, in running order; never empty. */
export type Run = readonly [RunningLine, ...RunningLine[]];

/** A balance in its unit. */
export interface Balance {
  readonly amount: Decimal;
  readonly unit: Unit;
}

/** The lines as one run, in the order in which their amounts run; none where there are no lines. */
export function asRun(lines: readonly GroupLine[]): Run[] {
  const [first, ...rest] = runningOrder(lines);
  return first === undefined ? [] : [[first, ...rest]];
}

/** A line as far as it says what is held before and after it. */
type BalanceLine = Pick<RunningLine, 'amount'> & {
  readonly line: Pick<GroupLine, 'change' | 'unit'>;
};

/** What the account held before a line, as the line implies; null where it does not say. */
export function balanceBefore(running: BalanceLine): Balance | null {
  const { line, amount } = running;
  if (amount === null) return null;
  const { change, unit } = line;
  if (change === null) return { amount, unit };
  const known = begins.get(running);
  if (known !== undefined) return known;
  const before = { amount: subtract(amount, change), unit };
  begins.set(running, before);
  return before;
}

/** Each line is held to every account of its class, and subtracting takes long. */
const begins = new WeakMap<BalanceLine, Balance>();

/** What the account holds after a line; null where the line does not say. */
export function balanceAfter({ line, amount }: RunningLine): Balance | null {
  return amount === null ? null : { amount, unit: line.unit };
}

/** Whether both are there and the same. */
export function isSameBalance(a: Balance | null, b: Balance | null): boolean {
  return a !== null && b !== null && a.amount === b.amount && a.unit === b.unit;
}

/** How many lines of a run do not begin where the line before them ended. */
export function countBreaks(run: Run): number {
  return run.filter((line, index) => {
    const before = run[index - 1];
    return before !== undefined && !isSameBalance(balanceBefore(line), balanceAfter(before));
  }).length;
}

/** The footnotes that tell an account from others of its key, folded. */
export function notesOf([{ line }]: Run): string {
  return foldNotes(line.notes);
}

/**
 * The days by which its terms tell a grant from others: those of its footnotes, and from when it
 * can be exercised.
 */
export function datesOf([{ line }]: Run): ReadonlySet<string> {
  const named = noteDates(line.notes);
  return line.exercisableOn === null ? named : new Set([...named, line.exercisableOn]);
}

/**
 * Folds footnotes for comparison: case and punctuation, their order, and what changes from filing
 * to filing of the same account: amounts, and the numbers of footnotes. "Trust No. 2" and "the 2021
 * GRAT" stay.
 */
export function foldNotes(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const known =
    folded.get(notes) ??
    notes
      .map((note) => foldNote(note))
      .sort()
      .join(' ');
  folded.set(notes, known);
  return known;
}

/** Footnotes are long, and are compared with those of every account of a group. */
const folded = new WeakMap<readonly string[], string>();

const foldNote = remembered(foldText, 800);

function foldText(note: string): string {
  return note
    .toUpperCase()
    .replace(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{5,}/g, ' ')
    .replace(/\b(FOOTNOTES?|NOTES?)[ (]{0,2}\d{1,2}\b/g, '$1')
    .replace(isAscii(note) ? /[^A-Z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
