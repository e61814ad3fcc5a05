import type { LineSketch } from './sketch.ts';

/**
 * A holding, or one entry of a history, as the page says it is: plain numbers, and its line by
 * words.
 */
export interface NaiveEntry {
  readonly owner: number;
  readonly issuer: number;
  readonly account: string;
  /** What the shares are called; of all else the first title. */
  readonly title: string;
  readonly filing: number;
  readonly line: LineSketch;
  /** The turn of the filing that reports the account by it. */
  readonly place: string;
  /** Its place in its filing, from 0. */
  readonly listed: number;
  readonly on: string;
  readonly knownAt: string;
  readonly goneAt: string | null;
  readonly change: number | null;
  readonly amount: number;
  readonly derived: boolean;
  /** Late, and not beginning where the account ended. */
  readonly isAside: boolean;
  /** No line of the account: what it held has gone to another one. */
  readonly isClosing: boolean;
  /** Its turn in accounting order. */
  readonly key: string;
  readonly unit: string;
  readonly reconciliation: string;
  readonly difference: number | null;
}
export type NaiveHolding = NaiveEntry & { readonly status: string };

/**
 * §5: the balance that stands after entries of one account: late lines that broke add their
 * changes.
 */
export function standingAfter(entries: readonly Standing[]): number {
  const firm = entries.findLastIndex((e) => !e.isAside);
  if (firm < 0) return entries.at(-1)?.amount ?? 0;
  return entries
    .slice(firm + 1)
    .reduce((sum, { change }) => sum + (change ?? 0), entries[firm]?.amount ?? 0);
}

type Standing = Pick<NaiveEntry, 'amount' | 'change' | 'isAside'>;

/** Whether an entry is known at a moment and not superseded by then. */
export function isInForce(entry: NaiveEntry, at: string): boolean {
  return entry.knownAt <= at && (entry.goneAt === null || entry.goneAt > at);
}
