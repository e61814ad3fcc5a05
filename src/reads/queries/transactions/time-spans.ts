import { firstInstant, type Instant, newYorkDate } from '../../../values/index.ts';
import { type Add, effectiveConditions, knownConditions } from '../event-filter.ts';
import { boundsOf } from '../known-bounds.ts';
import { ARE_TRANSACTIONS } from './transaction-conditions.ts';
import type { TransactionFilter } from './transaction-filter.ts';
import type { TransactionOrder } from './transaction-order.ts';

/** Lines of a span: to gather so many and sort them is no slower than most walks. */
const FEW = 8_000;

/**
 * SQL that says whether few lines are in the span of days, or of instants, that a filter asks for:
 * they are gathered then, and sorted. The order may run past many others before the first of them,
 * which the planner cannot guess. Null where the order itself runs by the span, or there is none.
 */
export function isShortSpan(
  filter: TransactionFilter,
  { by }: TransactionOrder,
  add: Add,
): string | null {
  const days = by === 'EFFECTIVE_ON' ? [] : effectiveConditions(filter, add);
  const span =
    days.length > 0 || by === 'KNOWN_AT' ? days : knownConditions(filter, 'l.known_at', add);
  if (span.length === 0) return null;
  const where = [ARE_TRANSACTIONS, ...span].join(' AND ');
  return `SELECT count(*) <= ${FEW} FROM
    (SELECT FROM reported_line l WHERE ${where} LIMIT ${FEW + 1}) l`;
}

/** Positions that a walk passes, in two parts: of lines with their filing, and of late lines. */
export interface KnownPositions {
  /** SQL of a row with `first` and `past`, for the common table `known`. */
  readonly bounds: string;
  /** What lines of each part have, lest a walk in ledger order passes all that was known else. */
  readonly parts: readonly string[];
}

/**
 * Where in the ledger the lines are that became known in the filter's span: between the bounds of
 * their filings, or late. Null where there is no span, or the order is another.
 */
export function knownPositions(
  filter: TransactionFilter,
  { by }: TransactionOrder,
  add: Add,
): KnownPositions | null {
  const within = by === 'POSITION' ? knownConditions(filter, 'k.known_at', add) : [];
  if (within.length === 0) return null;
  const end = 'coalesce((SELECT past FROM known), 9223372036854775807)';
  const between = `l.position >= (SELECT first FROM known) AND l.position < ${end}`;
  return {
    bounds: boundsOf(within.join(' AND ')),
    parts: [`NOT l.is_late AND ${between}`, 'l.is_late'],
  };
}

/**
 * What the days of a line say of when it was known, and the other way round: no line is effective
 * after the day on which it was known (docs/domain.md §3). So a walk begins where the first line
 * can be, not at the end of its order.
 */
export function impliedBounds(
  { effectiveFrom, knownTo }: TransactionFilter,
  knownAt: Instant,
  { by }: TransactionOrder,
  add: Add,
): string[] {
  if (by === 'EFFECTIVE_ON') {
    const last = knownTo !== undefined && knownTo < knownAt ? knownTo : knownAt;
    return [`l.effective_on <= ${add(newYorkDate(last))}`];
  }
  if (by !== 'KNOWN_AT' || effectiveFrom === undefined) return [];
  return [`l.known_at >= ${add(firstInstant(effectiveFrom))}`];
}
