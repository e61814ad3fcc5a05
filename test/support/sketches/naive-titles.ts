import {
  closingsOf,
  type Filed,
  inForceBefore,
  isClosedBy,
  isFresh,
  type NaiveClosing,
  pad,
} from './naive-closing.ts';
import { type NaiveEntry, standingAfter } from './naive-entry.ts';
import { type FilingSketch, SHARES, TITLES, type Title } from './sketch.ts';

/**
 * §5, the first account that a filing tells under another title, or the grants that it tells
 * together, where that is not closed yet.
 */
export function nextContinued(
  filed: Filed,
  entries: readonly NaiveEntry[],
  done: readonly NaiveClosing[],
): NaiveClosing[] {
  const { sketch } = filed;
  for (const owner of new Set(sketch.owners)) {
    const own = entries.filter((e) => e.owner === owner && e.issuer === sketch.issuer);
    const gains = own.filter((e) => e.filing === sketch.index && !e.isClosing && isFresh(e));
    for (const gone of [...retitled(filed, owner, own, gains), ...pooled(filed, own, gains)]) {
      if (done.some((one) => isClosedBy(one, gone.gain) && isSame(one, gone.lost))) continue;
      return closingsOf(gone, own, true);
    }
  }
  return [];
}

const isSame = (closing: NaiveEntry, [first]: readonly NaiveEntry[]) =>
  closing.account === first?.account && closing.title === first.title;

/** Shares that begin where those of the other title ended, which no filing lists beside them. */
function retitled(
  filed: Filed,
  owner: number,
  own: readonly NaiveEntry[],
  gains: readonly NaiveEntry[],
) {
  const { ordered, place, sketch } = filed;
  const listed = (one: FilingSketch) => titlesOf(filed, one, owner);
  const [title, ...others] = listed(sketch);
  if (title === undefined || others.length > 0) return [];
  const before = ordered.slice(0, place);
  if (before.some((one) => listed(one).length > 1)) return [];
  const old = title === TITLES[0] ? TITLES[1] : TITLES[0];
  const last = before.findLastIndex((one) => listed(one).includes(old));
  return SHARES.flatMap((account) => {
    const gain = gains.find((e) => e.account === account && e.title === title);
    if (gain === undefined || gain.line.code === 'C' || gain.line.code === 'M') return [];
    const met = own.filter(
      (e) => e.account === account && e.title === title && e.key < `${pad(place)} `,
    );
    if (met.length > 0 && inForceBefore(met, gain).at(-1)?.isClosing !== true) return [];
    const lost = inForceBefore(
      own.filter((e) => e.account === account && e.title === old),
      gain,
    );
    const begin = gain.amount - (gain.change ?? 0);
    const isLast = ordered[last]?.lines.some(
      (line) => line.account === account && line.title === old && !filed.leftOut.has(line),
    );
    const fits = begin !== 0 && lost.length > 0 && standingAfter(lost) === begin && isLast === true;
    return fits ? [{ gain, lost }] : [];
  });
}

/** The titles of shares that a filing lists of an owner. */
function titlesOf({ sketch, leftOut }: Filed, one: FilingSketch, owner: number): Title[] {
  if (one.issuer !== sketch.issuer || !one.owners.includes(owner)) return [];
  const shares = one.lines.filter(
    (line) => SHARES.some((account) => account === line.account) && !leftOut.has(line),
  );
  return [...new Set(shares.map((line) => line.title))];
}

/** Two grants, of which a filing has no line, where it states what both hold together. */
function pooled(
  { place, sketch }: Filed,
  own: readonly NaiveEntry[],
  gains: readonly NaiveEntry[],
) {
  const gain = gains.find((e) => e.account === 'pooled');
  const isMet = own.some((e) => e.account === 'pooled' && e.key < `${pad(place)} `);
  if (gain === undefined || isMet) return [];
  const grants = (['elder', 'younger'] as const).map((account) =>
    inForceBefore(
      own.filter((e) => e.account === account),
      gain,
    ),
  );
  const isTold = sketch.lines.some(({ account }) => account === 'elder' || account === 'younger');
  const held = grants.reduce((sum, lost) => sum + standingAfter(lost), 0);
  if (isTold || held !== gain.amount - (gain.change ?? 0)) return [];
  return grants.map((lost) => ({ gain, lost }));
}
