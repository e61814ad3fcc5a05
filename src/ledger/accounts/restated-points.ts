import {
  add,
  type CalendarDate,
  type Decimal,
  type Instant,
  subtract,
  ZERO,
} from '../../values/index.ts';
import { type Entry, inForce } from './entries.ts';

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
 * The points of an entry's balance. Mostly one: its amount, from its effective date on. Where changes
 * that come earlier in accounting order are effective only later, the amount reported already includes
 * them: one more point for each such date, with the changes still to come taken out again
 * (docs/domain.md §5).
 */
export function balancePoints(entry: Entry, earlier: readonly Entry[]): readonly BalancePoint[] {
  const ahead = earlier.filter(
    (other) =>
      other.change !== null &&
      other.unit === entry.unit &&
      other.effectiveOn > entry.effectiveOn &&
      (other.supersededAt === null || other.supersededAt > entry.knownAt),
  );
  if (ahead.length === 0) {
    const { effectiveOn: from, knownAt, supersededAt: knownTo, amount, derived } = entry;
    return [{ from, knownAt, knownTo, amount, derived }];
  }
  return spans(entry, ahead).flatMap(({ knownAt, knownTo }) => {
    const known = ahead.filter((other) => inForce(other, knownAt));
    return restate(entry, known).map((point) => ({ ...point, knownAt, knownTo }));
  });
}

/** The stretches of known-at, while the entry is in force, between which the changes ahead differ. */
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

function restate(
  entry: Entry,
  ahead: readonly Entry[],
): { readonly from: CalendarDate; readonly amount: Decimal; readonly derived: boolean }[] {
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
