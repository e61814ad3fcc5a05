import { compareDecimals } from '../../values/index.ts';
import type { EventFilter } from '../queries/index.ts';
import type { TailedEvent, TailedLine } from './tailed-event.ts';

/** Whether an event passes a filter: in memory what the filter of `events` is in SQL. Pure. */
export function passesFilter(filter: EventFilter, event: TailedEvent): boolean {
  return (
    isOneOf(filter.types, event.type) &&
    isAnyOf(filter.issuers, event.issuers) &&
    isAnyOf(filter.people, event.people) &&
    isWithin(filter.knownFrom, event.knownAt, filter.knownTo) &&
    passesOfLine(filter, event.line)
  );
}

function passesOfLine(filter: EventFilter, line: TailedLine | null): boolean {
  if (line === null) return !asksForLine(filter);
  return (
    isOneOf(filter.codes, line.code) &&
    (filter.acquiredDisposed === undefined || filter.acquiredDisposed === line.acquiredDisposed) &&
    (filter.ownership === undefined || filter.ownership === line.ownership) &&
    (filter.table === undefined || filter.table === line.table) &&
    isWithin(filter.effectiveFrom, line.effectiveOn, filter.effectiveTo) &&
    isWorth(filter.minValue, line.value) &&
    (filter.includeSuperseded !== false || !line.isSuperseded)
  );
}

/** An event without a line cannot pass a condition on one; "not superseded" it does pass. */
function asksForLine(filter: EventFilter): boolean {
  const { codes, acquiredDisposed, ownership, table, effectiveFrom, effectiveTo, minValue } =
    filter;
  const asked = [codes, acquiredDisposed, ownership, table, effectiveFrom, effectiveTo, minValue];
  return asked.some((condition) => condition !== undefined);
}

function isOneOf<T>(wanted: readonly T[] | undefined, value: T | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function isAnyOf<T>(wanted: readonly T[] | undefined, values: readonly T[]): boolean {
  return wanted === undefined || values.some((value) => wanted.includes(value));
}

/** Dates and instants sort as text. */
function isWithin(from: string | undefined, value: string, to: string | undefined): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

function isWorth(least: EventFilter['minValue'], value: TailedLine['value']): boolean {
  return least === undefined || (value !== null && compareDecimals(value, least) >= 0);
}
