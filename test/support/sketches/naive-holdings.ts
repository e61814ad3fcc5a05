import { isInForce, type NaiveEntry, type NaiveHolding, standingAfter } from './naive-entry.ts';
import { date, EXPIRES, isDerivative, isGrant } from './sketch.ts';

/** §5, "Holdings of P as of D known at K", for every P. */
export function naiveHoldings(
  entries: readonly NaiveEntry[],
  asOf: string,
  knownBy: string,
): NaiveHolding[] {
  const accountOf = (e: NaiveEntry) => `${e.issuer} ${e.owner} ${e.account} ${e.title}`;
  const groupOf = (e: NaiveEntry) =>
    `${e.issuer} ${e.owner} ${isDerivative(e.account)} ${isGrant(e.account)} ${e.title}`;
  const inForce = entries.filter((entry) => isInForce(entry, knownBy));
  const s = inForce.filter(({ on }) => on <= asOf);
  const last = s.filter(
    (r, index) => s.findLastIndex((e) => accountOf(e) === accountOf(r)) === index,
  );
  return last.map((r) => {
    if (r.isClosing) return { ...r, status: 'CLOSED' };
    const ahead = inForce
      .slice(0, inForce.indexOf(r))
      .filter((e) => accountOf(e) === accountOf(r) && e.unit === r.unit)
      .filter(({ on, change }) => on > asOf && change !== null);
    const before = inForce.slice(0, inForce.indexOf(r) + 1);
    const own = before.filter((e) => accountOf(e) === accountOf(r) && e.unit === r.unit);
    // A late line that broke is of its own days, until the next day that was reported before it.
    const isOwn = !r.isAside || !own.some((e) => e.on > r.on && e.on <= asOf);
    const standing = isOwn ? r.amount : standingAfter(own);
    const later = r.isAside && isOwn ? [] : ahead;
    const amount = later.reduce((sum, { change }) => sum - (change ?? 0), standing);
    const isOld = last.some((e) => groupOf(e) === groupOf(r) && e.place > r.place);
    const isExpired = r.account === 'option' && date(EXPIRES) < asOf;
    const status = amount === 0 ? 'CLOSED' : isExpired ? 'EXPIRED' : isOld ? 'CARRIED' : 'CURRENT';
    return { ...r, amount, derived: r.derived || later.length > 0 || !isOwn, status };
  });
}
