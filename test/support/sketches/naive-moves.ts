import { isInForce, type NaiveEntry, standingAfter } from './naive-entry.ts';
import { type FilingSketch, SHARES } from './sketch.ts';

/** An entry and the next that says that what an account held has gone to another one. */
export interface NaiveClosing extends NaiveEntry {
  /** The entry of the other account. */
  readonly by: NaiveEntry;
}

/**
 * §5, the first account that a filing shows to have moved into another one whole, and is not closed
 * yet: one entry more for each version of the line that says so.
 */
export function nextClosings(
  ordered: readonly FilingSketch[],
  entries: readonly NaiveEntry[],
  done: readonly NaiveClosing[],
): NaiveClosing[] {
  for (const [place, sketch] of ordered.entries()) {
    for (const owner of new Set(sketch.owners)) {
      const own = entries.filter((e) => e.owner === owner && e.issuer === sketch.issuer);
      for (const { gain, lost } of movesOf(own, sketch, place)) {
        if (done.some(({ by }) => isOneLine(by, gain))) continue;
        return versionsOf(gain, own).map((by) => closing(by, gain, lost));
      }
    }
  }
  return [];
}

interface Moved {
  readonly gain: NaiveEntry;
  /** The entries of the account that is left out, which were there then. */
  readonly lost: readonly NaiveEntry[];
}

function movesOf(own: readonly NaiveEntry[], sketch: FilingSketch, place: number): Moved[] {
  const known = own.filter(({ key }) => key < `${pad(place + 1)} `);
  const filed = known.filter((e) => e.filing === sketch.index && !e.isClosing);
  const firsts = SHARES.flatMap(
    (account) => filed.find((e) => e.account === account && isFresh(e)) ?? [],
  );
  const gaps = firsts.filter((e) => isGap(e, before(known, e)));
  const isPaired = (gain: NaiveEntry) => gaps.some((e) => e.difference === -(gain.difference ?? 0));
  const leftOut = SHARES.filter((account) => !filed.some((e) => e.account === account)).map(
    (account) => known.filter((e) => e.account === account && isInForce(e, knownOf(filed))),
  );
  return gaps.flatMap((gain) => {
    const difference = gain.difference ?? 0;
    const fits = leftOut.filter((lost) => lost.length > 0 && standingAfter(lost) === difference);
    const [lost, ...others] = fits;
    const isOnly = gaps.filter((e) => e.difference === difference).length === 1;
    if (lost === undefined || others.length > 0 || !isOnly || isPaired(gain)) return [];
    return isBySplit(difference, standingAfter(before(known, gain))) ? [] : [{ gain, lost }];
  });
}

function knownOf([first]: readonly NaiveEntry[]): string {
  return first?.knownAt ?? '';
}

/** A line that replaces none, and tells none again. */
function isFresh({ key }: NaiveEntry): boolean {
  return !/[+~]/.test(key);
}

/** What of its account was in force when an entry became known, in accounting order. */
function before(known: readonly NaiveEntry[], entry: NaiveEntry): NaiveEntry[] {
  return known.filter(
    (e) => e.account === entry.account && e.key < entry.key && isInForce(e, entry.knownAt),
  );
}

/** Whether an entry breaks, is not late, and follows what a line reported. */
function isGap(entry: NaiveEntry, earlier: readonly NaiveEntry[]): boolean {
  const last = earlier.at(-1);
  const isLate = earlier.some(({ on }) => on > entry.on);
  return entry.difference !== null && !isLate && last?.isAside === false && !last.isClosing;
}

function isBySplit(gap: number, held: number): boolean {
  for (let times = 1; times <= 20; times += 1) {
    if (gap === held * times || held === gap * times) return true;
  }
  return false;
}

const isOneLine = (a: NaiveEntry, b: NaiveEntry) =>
  a.line === b.line && a.owner === b.owner && a.issuer === b.issuer;

/** The entry and those that replaced it one after the other and begin where it began. */
function versionsOf(gain: NaiveEntry, own: readonly NaiveEntry[]): NaiveEntry[] {
  const begin = (e: NaiveEntry) => e.amount - (e.change ?? 0);
  const versions = own
    .filter((e) => e.account === gain.account && e.key.startsWith(`${gain.key}+`))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const end = versions.findIndex((e) => begin(e) !== begin(gain));
  return [gain, ...(end < 0 ? versions : versions.slice(0, end))];
}

function closing(by: NaiveEntry, gain: NaiveEntry, lost: readonly NaiveEntry[]): NaiveClosing {
  const [last] = lost.slice(-1) as [NaiveEntry];
  const latest =
    lost
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  const place = gain.key.slice(0, 3);
  return {
    ...last,
    by,
    place,
    key: `${place} 000${by.key.slice(gain.key.length)}`,
    on: by.on < latest ? latest : by.on,
    knownAt: by.knownAt,
    goneAt: by.goneAt,
    change: -standingAfter(lost),
    amount: 0,
    derived: true,
    isAside: false,
    isClosing: true,
    reconciliation: 'CONSISTENT',
    difference: null,
  };
}

const pad = (place: number) => String(place).padStart(3, '0');
