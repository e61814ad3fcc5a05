import { knownAt } from './naive-amendments.ts';
import { emptied, type Filed, type NaiveClosing, pad } from './naive-closing.ts';
import { isInForce, type NaiveEntry, standingAfter } from './naive-entry.ts';
import { ACCOUNTS, ownsNothing, TITLES } from './sketch.ts';

/** §5, the accounts that an original Form 3 of nothing closes, if they are not closed yet. */
export function nextOfNothing(
  { place, sketch }: Filed,
  entries: readonly NaiveEntry[],
  done: readonly NaiveClosing[],
): NaiveClosing[] {
  if (!ownsNothing(sketch)) return [];
  const known = knownAt(sketch);
  const key = `${pad(place)} 000`;
  return [...new Set(sketch.owners)].flatMap((owner) =>
    ACCOUNTS.flatMap((account) =>
      TITLES.flatMap((title): NaiveClosing[] => {
        const isOwn = (e: NaiveEntry) =>
          e.owner === owner &&
          e.issuer === sketch.issuer &&
          e.account === account &&
          e.title === title;
        if (done.some((one) => isOwn(one) && one.key === key)) return [];
        const held = entries.filter((e) => isOwn(e) && e.key < key && isInForce(e, known));
        const last = held.at(-1);
        if (last === undefined || standingAfter(held) === 0) return [];
        if (held.some(({ on }) => on >= sketch.period)) return [];
        const own = {
          ...emptied(last, held),
          key,
          on: sketch.period,
          knownAt: known,
          goneAt: null,
        };
        return [{ ...own, by: null, isContinued: false }];
      }),
    ),
  );
}
