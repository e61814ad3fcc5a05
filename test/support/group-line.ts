import type { GroupLine } from '../../src/rules/accounts/group-line.ts';
import type { CalendarDate, Decimal, Instant } from '../../src/values/index.ts';

/** What a test says of a line in plain text. */
type GivenCell = 'on' | 'change' | 'amount' | 'nature' | 'notes';

let lastPosition = 0n;

/**
 * A line of a group, with changes and amounts in plain text; `known` is the day of 2024 on which
 * its filing became known.
 */
export function groupLine(
  known: number,
  cells: Partial<Record<GivenCell, string>> & Partial<Omit<GroupLine, GivenCell>>,
): GroupLine {
  lastPosition += 1n;
  const { on = '2024-01-01', change, amount, nature, notes = '', ...rest } = cells;
  const knownAt = `2024-01-${String(known).padStart(2, '0')}T22:00:00.000Z` as Instant;
  return {
    position: lastPosition,
    trade: lastPosition,
    filing: { knownAt, orderKey: `filing-${known}` },
    table: 'NON_DERIVATIVE',
    line: Number(lastPosition),
    isTransaction: change !== undefined,
    code: change === undefined ? null : 'P',
    effectiveOn: on as CalendarDate,
    ownership: nature === undefined ? 'DIRECT' : 'INDIRECT',
    nature: nature ?? null,
    notes: notes === '' ? [] : [notes],
    conversionOrExercisePrice: null,
    exercisableOn: null,
    expiresOn: null,
    underlyingTitle: null,
    acquiredDisposed: change?.startsWith('-') === true ? 'DISPOSED' : 'ACQUIRED',
    change: (change ?? null) as Decimal | null,
    amount: (amount ?? null) as Decimal | null,
    unit: 'SHARES',
    replaces: null,
    supersededAt: null,
    ...rest,
  };
}
