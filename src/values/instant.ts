import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './calendar-date.ts';

declare const brand: unique symbol;

/** A point in time in UTC with milliseconds, 2017-02-15T03:00:00.000Z. Sorts as text. */
export type Instant = string & { readonly [brand]: 'Instant' };

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** Gives the instant for an RFC 3339 text with an offset; null where it is none. */
export function parseInstant(text: string): Instant | null {
  if (!RFC3339.test(text)) return null;
  try {
    return fromEpochMilliseconds(Temporal.Instant.from(text.toUpperCase()).epochMilliseconds);
  } catch {
    return null;
  }
}

/** The instant at which a JavaScript Date stands. */
export function instantOf(date: Date): Instant {
  return fromEpochMilliseconds(date.getTime());
}

/**
 * The instant of a wall-clock time in New York, EDGAR's zone (domain.md §3); of the two meanings in
 * the hour that autumn repeats, the earlier.
 */
export function newYorkTime(date: CalendarDate, time = '22:00:00'): Instant {
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('America/New_York');
  return fromEpochMilliseconds(zoned.epochMilliseconds);
}

/** The calendar date in New York at an instant. */
export function newYorkDate(instant: Instant): CalendarDate {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO('America/New_York');
  return zoned.toPlainDate().toString() as CalendarDate;
}

function fromEpochMilliseconds(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}
