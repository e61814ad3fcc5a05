import {
  closingsOf,
  type Filed,
  type Gone,
  isClosedBy,
  isFresh,
  type NaiveClosing,
  pad,
} from './naive-closing.ts';
import { isInForce, type NaiveEntry, standingAfter } from './naive-entry.ts';
import { type FilingSketch, SHARES, TITLES } from './sketch.ts';

/**
 * §5, the first account that a filing shows to have moved into another one whole, and is not closed
 * yet.
 */
export function nextMoved(
  { place, sketch }: Filed,
  entries: readonly NaiveEntry[],
  done: readonly NaiveClosing[],
): NaiveClosing[] {
  for (const owner of new Set(sketch.owners)) {
    for (const title of TITLES) {
      const own = entries.filter(
        (e) => e.owner === owner && e.issuer === sketch.issuer && e.title === title,
      );
      for (const gone of movesOf(own, sketch, place)) {
        if (!done.some((one) => isClosedBy(one, gone.gain))) return closingsOf(gone, own, false);
      }
    }
  }
  return [];
}

function movesOf(own: readonly NaiveEntry[], sketch: FilingSketch, place: number): Gone[] {
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
