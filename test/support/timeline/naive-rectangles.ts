import type { Rectangle, TimelineEntry } from '../../../src/reads/exports/timeline/rectangles.ts';
import type { HoldingStatus } from '../../../src/reads/index.ts';
import { type CalendarDate, dayAfter, type Instant, isZero } from '../../../src/values/index.ts';

/** What an account is from a day on, at one instant of knowing. */
type Piece = Pick<Rectangle, 'entry' | 'status' | 'effectiveFrom' | 'effectiveTo'>;

/** The rectangles of a group by the book: at each instant all is worked out anew. */
export function naiveRectangles(entries: readonly TimelineEntry[]): Rectangle[] {
  const instants = new Set<Instant>();
  for (const { knownAt, knownTo } of entries) {
    instants.add(knownAt);
    if (knownTo !== null) instants.add(knownTo);
  }
  const done: Rectangle[] = [];
  let open = new Map<string, Rectangle>();
  for (const knownFrom of [...instants].sort()) {
    const known = entries.filter(
      ({ knownAt, knownTo }) => knownAt <= knownFrom && (knownTo === null || knownTo > knownFrom),
    );
    const next = new Map<string, Rectangle>();
    for (const piece of pieces(known)) {
      const key = keyOf(piece);
      next.set(key, open.get(key) ?? { ...piece, knownFrom, knownTo: null });
      open.delete(key);
    }
    for (const closed of open.values()) done.push({ ...closed, knownTo: knownFrom });
    open = next;
  }
  return [...done, ...open.values()];
}

function keyOf({ entry, status, effectiveFrom, effectiveTo }: Piece): string {
  const { accountId, position, amount, unit, reconciliation, difference, derived } = entry;
  return [
    accountId,
    position,
    effectiveFrom,
    effectiveTo,
    status,
    amount,
    unit,
    reconciliation,
    difference,
    derived,
  ].join('|');
}

/** The pieces of all accounts, of entries that are known at one instant. */
function pieces(known: readonly TimelineEntry[]): Piece[] {
  const byDay = new Map<CalendarDate, TimelineEntry[]>();
  for (const entry of known) {
    const own = byDay.get(entry.fromOn) ?? [];
    byDay.set(entry.fromOn, [...own, entry]);
    const expired = entry.expiresOn === null ? null : dayAfter(entry.expiresOn);
    if (expired !== null) byDay.set(expired, byDay.get(expired) ?? []);
  }
  const found: Piece[] = [];
  const standing = new Map<bigint, TimelineEntry>();
  const open = new Map<bigint, Piece>();
  for (const day of [...byDay.keys()].sort()) {
    for (const entry of byDay.get(day) ?? []) {
      const other = standing.get(entry.accountId);
      if (other === undefined || isAfter(entry, other)) standing.set(entry.accountId, entry);
    }
    let last = 0;
    for (const { place } of standing.values()) last = Math.max(last, place);
    for (const [account, entry] of standing) {
      const status = statusOf(entry, day, last);
      const before = open.get(account);
      if (before?.entry === entry && before.status === status) continue;
      if (before !== undefined) found.push({ ...before, effectiveTo: day });
      open.set(account, { entry, status, effectiveFrom: day, effectiveTo: null });
    }
  }
  return [...found, ...open.values()];
}

/** The last in accounting order stands; of one line, the one of the later day. */
function isAfter(entry: TimelineEntry, other: TimelineEntry): boolean {
  const order = entry.accountingOrder - other.accountingOrder;
  return order > 0 || (order === 0 && entry.fromOn > other.fromOn);
}

function statusOf(
  { amount, expiresOn, place }: TimelineEntry,
  day: CalendarDate,
  last: number,
): HoldingStatus {
  if (isZero(amount)) return 'CLOSED';
  if (expiresOn !== null && expiresOn < day) return 'EXPIRED';
  return place < last ? 'CARRIED' : 'CURRENT';
}
