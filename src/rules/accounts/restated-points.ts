import {
  add,
  type CalendarDate,
  type Decimal,
  type Instant,
  subtract,
  ZERO,
} from '../../values/index.ts';
import { type Entry, inForce, standing } from './entries.ts';

/** A balance that holds from a date on, for viewpoints of a stretch of known-at times. */
export interface BalancePoint {
  readonly from: CalendarDate;
  readonly knownAt: Instant;
  /** Null while nothing known later changes it. */
  readonly knownTo: Instant | null;
  readonly amount: Decimal;
  readonly derived: boolean;
}

/**
 * The points of an entry's balance. Mostly one: its amount, from its effective date on. Where
 * changes that come earlier in accounting order are effective only later, the amount reported
 * already includes them: one more point for each such date, with the changes still to come taken
 * out again. A late entry that breaks has its amount until the next such date, and leaves the
 * balance that stands from there on (docs/domain.md §5).
 */
export function balancePoints(entry: Entry, earlier: readonly Entry[]): readonly BalancePoint[] {
  const { effectiveOn: from, knownAt, supersededAt: knownTo, amount, derived } = entry;
  const ahead = earlier.filter(
    (other) =>
      other.unit === entry.unit &&
      other.effectiveOn > entry.effectiveOn &&
      (entry.isAside || other.change !== null) &&
      (other.supersededAt === null || other.supersededAt > entry.knownAt),
  );
  if (ahead.length === 0) return [{ from, knownAt, knownTo, amount, derived }];
  return spans(entry, entry.isAside ? earlier : ahead).flatMap((span) => {
    const known = ahead.filter((other) => inForce(other, span.knownAt));
    const points = entry.isAside
      ? standBeside(entry, known, standing(entry, earlier, span.knownAt))
      : restate(entry, known);
    return points.map((point) => ({ ...point, ...span }));
  });
}

/** The points of a late entry that breaks: its own, then those of the balance that stands. */
function standBeside(entry: Entry, ahead: readonly Entry[], amount: Decimal): Point[] {
  const [own, ...rest] = restate({ ...entry, amount }, ahead);
  if (own === undefined) return [];
  const { effectiveOn: from, derived } = entry;
  return [{ from, amount: entry.amount, derived }, ...rest.map((p) => ({ ...p, derived: true }))];
}

type Point = Pick<BalancePoint, 'from' | 'amount' | 'derived'>;

/**
 * The stretches of known-at, while the entry is in force, between which the changes ahead differ.
 */
function spans(
  entry: Entry,
  ahead: readonly Entry[],
): { readonly knownAt: Instant; readonly knownTo: Instant | null }[] {
  const { knownAt, supersededAt } = entry;
  const turns = ahead
    .flatMap((other) => [other.knownAt, other.supersededAt])
    .filter((turn) => turn !== null)
    .filter((turn) => turn > knownAt && (supersededAt === null || turn < supersededAt));
  const starts = [...new Set([knownAt, ...turns])].sort();
  return starts.map((start, index) => ({
    knownAt: start,
    knownTo: starts[index + 1] ?? supersededAt,
  }));
}

function restate(entry: Entry, ahead: readonly Entry[]): Point[] {
  const dates = [...new Set([entry.effectiveOn, ...ahead.map(({ effectiveOn }) => effectiveOn)])];
  return dates.sort().map((from) => {
    const later = ahead.filter(({ effectiveOn }) => effectiveOn > from);
    const included = later.reduce((sum, { change }) => add(sum, change ?? ZERO), ZERO);
    return {
      from,
      amount: subtract(entry.amount, included),
      derived: entry.derived || later.length > 0,
    };
  });
}
