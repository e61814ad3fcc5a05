import type { Reconciliation, Unit } from '../../../rules/index.ts';
import {
  type CalendarDate,
  type Decimal,
  dayAfter,
  groupBy,
  type Instant,
  isZero,
} from '../../../values/index.ts';
import type { HoldingStatus } from '../../queries/index.ts';

/** A row of entry, with the day on which its account expires. */
export interface TimelineEntry {
  readonly accountId: bigint;
  readonly accountingOrder: number;
  readonly fromOn: CalendarDate;
  readonly knownAt: Instant;
  readonly knownTo: Instant | null;
  readonly place: number;
  readonly position: bigint;
  readonly amount: Decimal;
  readonly unit: Unit;
  readonly reconciliation: Reconciliation;
  readonly difference: Decimal | null;
  readonly derived: boolean;
  readonly expiresOn: CalendarDate | null;
}

/** From a day, and up to and without another; and so of instants. Null: without an end. */
export interface Rectangle {
  readonly entry: TimelineEntry;
  readonly status: HoldingStatus;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly knownFrom: Instant;
  readonly knownTo: Instant | null;
}

/** What an account is from a day on, at one instant of knowing. */
type Piece = Pick<Rectangle, 'entry' | 'status' | 'effectiveFrom' | 'effectiveTo'>;

/** A piece that is known at the instant, since when, and the entry that says so by now. */
interface KnownPiece extends Piece {
  readonly since: Rectangle;
}

/** The pieces of each account that are known at the instant, in order of days. */
type KnownPieces = Map<bigint, KnownPiece[]>;

/**
 * What `balances` answers for the accounts of one group at every viewpoint, as rectangles of
 * effective days and known instants that do not overlap (docs/domain.md §5). From one instant to
 * the next it works out anew what is from the first day on of which something else is known: of a
 * history known in order of days that is its end.
 */
export function rectangles(entries: readonly TimelineEntry[]): Rectangle[] {
  const days = new KnownDays(entries);
  const known: KnownPieces = new Map();
  const done: Rectangle[] = [];
  for (const [instant, changes] of changesOf(entries)) {
    const from = days.change(changes);
    const before = cutFrom(known, from);
    const pieces = groupBy(piecesFrom(days, before, from), ({ entry }) => entry.accountId);
    for (const account of new Set([...before.keys(), ...pieces.keys()])) {
      const old = new Map((before.get(account) ?? []).map((piece) => [keyOf(piece), piece.since]));
      const own = (pieces.get(account) ?? []).map((piece): KnownPiece => {
        const key = keyOf(piece);
        const since = old.get(key) ?? { ...piece, knownFrom: instant, knownTo: null };
        old.delete(key);
        return { ...piece, since };
      });
      for (const closed of old.values()) done.push({ ...closed, knownTo: instant });
      const standing = known.get(account);
      if (standing === undefined) known.set(account, own);
      else standing.push(...own);
    }
  }
  return [...done, ...[...known.values()].flatMap((own) => own.map(({ since }) => since))];
}

/** An entry that comes to be known, or is known no more. */
interface Change {
  readonly entry: TimelineEntry;
  readonly isKnown: boolean;
}

/** What changes at each instant, in their order. */
function changesOf(entries: readonly TimelineEntry[]): [Instant, Change[]][] {
  const all = entries.flatMap((entry) => [
    { at: entry.knownAt, entry, isKnown: true },
    ...(entry.knownTo === null ? [] : [{ at: entry.knownTo, entry, isKnown: false }]),
  ]);
  return [...groupBy(all, ({ at }) => at)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The days of a group on which something begins or expires, and what is known to. */
class KnownDays {
  readonly #days: readonly CalendarDate[];
  readonly #begins = new Map<CalendarDate, TimelineEntry[]>();
  readonly #expires = new Map<CalendarDate, number>();
  /** Entries as they are listed: of two that stand alike the first is taken. */
  readonly #order: ReadonlyMap<TimelineEntry, number>;

  constructor(entries: readonly TimelineEntry[]) {
    const days = entries.flatMap((entry) => [entry.fromOn, expiryOf(entry) ?? entry.fromOn]);
    this.#days = [...new Set(days)].sort();
    this.#order = new Map(entries.map((entry, index) => [entry, index]));
  }

  /** Takes changes, and gives the first day from which they change anything. */
  change(changes: readonly Change[]): CalendarDate {
    let from = changes[0]?.entry.fromOn as CalendarDate;
    for (const { entry, isKnown } of changes) {
      const { fromOn } = entry;
      if (fromOn < from) from = fromOn;
      const own = this.#begins.get(fromOn) ?? [];
      this.#begins.set(fromOn, own);
      const isBefore = (other: TimelineEntry) => this.#placeOf(other) < this.#placeOf(entry);
      const at = own.findLastIndex(isBefore) + 1;
      own.splice(at, isKnown ? 0 : 1, ...(isKnown ? [entry] : []));
      const expiry = expiryOf(entry);
      if (expiry === null) continue;
      this.#expires.set(expiry, (this.#expires.get(expiry) ?? 0) + (isKnown ? 1 : -1));
    }
    return from;
  }

  /** The days from one on, with what begins on them. */
  *from(first: CalendarDate): Generator<[CalendarDate, readonly TimelineEntry[]]> {
    for (let at = this.#indexOf(first); at < this.#days.length; at += 1) {
      const day = this.#days[at] as CalendarDate;
      const begins = this.#begins.get(day) ?? [];
      if (begins.length > 0 || (this.#expires.get(day) ?? 0) > 0) yield [day, begins];
    }
  }

  #placeOf(entry: TimelineEntry): number {
    return this.#order.get(entry) ?? 0;
  }

  #indexOf(day: CalendarDate): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] as CalendarDate) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Takes off the pieces that last until a day or longer, and gives them. */
function cutFrom(known: KnownPieces, day: CalendarDate): KnownPieces {
  const cut: KnownPieces = new Map();
  for (const [account, pieces] of known) {
    let at = pieces.length;
    while (at > 0 && (pieces[at - 1] as KnownPiece).effectiveFrom >= day) at -= 1;
    cut.set(account, pieces.splice(Math.max(at - 1, 0)));
  }
  return cut;
}

/** The pieces of all accounts from a day on, and those that stand on it from before. */
function piecesFrom(days: KnownDays, stood: KnownPieces, from: CalendarDate): Piece[] {
  const found: Piece[] = [];
  const standing = new Map<bigint, TimelineEntry>();
  const open = new Map<bigint, Piece>();
  for (const [account, [first]] of stood) {
    if (first === undefined || first.effectiveFrom >= from) continue;
    const { entry, status, effectiveFrom } = first;
    standing.set(account, entry);
    open.set(account, { entry, status, effectiveFrom, effectiveTo: null });
  }
  for (const [day, begins] of days.from(from)) {
    for (const entry of begins) {
      const other = standing.get(entry.accountId);
      if (other === undefined || isAfter(entry, other)) standing.set(entry.accountId, entry);
    }
    let last = 0;
    for (const { place } of standing.values()) last = Math.max(last, place);
    for (const [account, entry] of standing) {
      const status = statusOf(entry, day, last);
      const piece = open.get(account);
      if (piece?.entry === entry && piece.status === status) continue;
      if (piece !== undefined) found.push({ ...piece, effectiveTo: day });
      open.set(account, { entry, status, effectiveFrom: day, effectiveTo: null });
    }
  }
  return [...found, ...open.values()];
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

/** The day from which on an entry's account is expired; null where it never is. */
function expiryOf({ expiresOn }: TimelineEntry): CalendarDate | null {
  return expiresOn === null ? null : dayAfter(expiresOn);
}
