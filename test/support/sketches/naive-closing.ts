import { isInForce, type NaiveEntry, standingAfter } from './naive-entry.ts';
import type { FilingSketch, LineSketch } from './sketch.ts';

/** An entry and the next that says that what an account held has gone to another one. */
export interface NaiveClosing extends NaiveEntry {
  /** The entry of the other account; null where a filing says that nothing is owned. */
  readonly by: NaiveEntry | null;
  /** Whether the other account is this one under another title, or counts it in. */
  readonly isContinued: boolean;
}

/** A filing in its turn among all. */
export interface Filed {
  readonly ordered: readonly FilingSketch[];
  /** Lines that count nowhere (§6). */
  readonly leftOut: ReadonlySet<LineSketch>;
  readonly place: number;
  readonly sketch: FilingSketch;
}

/** An account that a filing's entry shows to have gone into another one, by its entries then. */
export interface Gone {
  readonly gain: NaiveEntry;
  readonly lost: readonly NaiveEntry[];
}

/** One entry more for each version of the line that closes an account. */
export function closingsOf(
  { gain, lost }: Gone,
  own: readonly NaiveEntry[],
  isContinued: boolean,
): NaiveClosing[] {
  return versionsOf(gain, own).map((by) => ({ ...closing(by, gain, lost), by, isContinued }));
}

/** Whether an account is closed by one owner's line. */
export function isClosedBy({ by }: NaiveClosing, gain: NaiveEntry): boolean {
  return by?.line === gain.line && by.owner === gain.owner && by.issuer === gain.issuer;
}

/** A line that replaces none, and tells none again. */
export function isFresh({ key }: NaiveEntry): boolean {
  return !/[+~]/.test(key);
}

/** What entries of one account are in force when a filing becomes known. */
export function inForceBefore(entries: readonly NaiveEntry[], by: NaiveEntry): NaiveEntry[] {
  return entries.filter((e) => e.key < by.key && isInForce(e, by.knownAt));
}

/** A turn among filings as keys begin. */
export function pad(place: number): string {
  return String(place).padStart(3, '0');
}

/** The entry and those that replaced it one after the other and begin where it began. */
function versionsOf(gain: NaiveEntry, own: readonly NaiveEntry[]): NaiveEntry[] {
  const begin = (e: NaiveEntry) => e.amount - (e.change ?? 0);
  const versions = own
    .filter((e) => e.account === gain.account && e.title === gain.title)
    .filter((e) => e.key.startsWith(`${gain.key}+`))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const end = versions.findIndex((e) => begin(e) !== begin(gain));
  return [gain, ...(end < 0 ? versions : versions.slice(0, end))];
}

function closing(by: NaiveEntry, gain: NaiveEntry, lost: readonly NaiveEntry[]): NaiveEntry {
  const [last] = lost.slice(-1) as [NaiveEntry];
  const latest =
    lost
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  const place = gain.key.slice(0, 3);
  const { knownAt, goneAt } = by;
  const key = `${place} 000${by.key.slice(gain.key.length)}`;
  const on = by.on < latest ? latest : by.on;
  return { ...emptied(last, lost), place, key, on, knownAt, goneAt };
}

/** What says after the last entry of an account that all it held is gone. */
export function emptied(last: NaiveEntry, held: readonly NaiveEntry[]): NaiveEntry {
  return {
    ...last,
    change: -standingAfter(held),
    amount: 0,
    derived: true,
    isAside: false,
    isClosing: true,
    reconciliation: 'CONSISTENT',
    difference: null,
  };
}
