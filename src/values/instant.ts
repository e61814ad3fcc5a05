import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './calendar-date.ts';

declare const brand: unique symbol;

/** A point in time in UTC with milliseconds, 2017-02-15T03:00:00.000Z. Sorts as text. */
export type Instant = string & { readonly [brand]: 'Instant' };

/**
 * As this ledger writes it, with or without milliseconds: read without Temporal, which takes long.
 */
const IN_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * 0001-01-01 and 9999-12-31: the years that are written in four digits, as every calendar here has
 * them.
 */
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

/**
 * Gives the instant for an RFC 3339 text with an offset, of the years 1 to 9999 in UTC; null where
 * it is none.
 *
 * @example parseInstant('2017-01-31T22:00:00-05:00') // '2017-02-01T03:00:00.000Z'
 */
export function parseInstant(text: string): Instant | null {
  const time = IN_UTC.test(text) ? Date.parse(text) : Number.NaN;
  if (time >= FIRST) {
    const instant = fromEpochMilliseconds(time);
    // A day or an hour that does not exist would be another's.
    if (instant.startsWith(text.slice(0, 19))) return instant;
  }
  if (!RFC3339.test(text)) return null;
  try {
    const { epochMilliseconds } = Temporal.Instant.from(text.toUpperCase());
    if (epochMilliseconds < FIRST || epochMilliseconds > LAST) return null;
    return fromEpochMilliseconds(epochMilliseconds);
  } catch {
    return null;
  }
}

/**
 * The instant at which a JavaScript Date stands.
 *
 * @example instantOf(new Date(0)) // '1970-01-01T00:00:00.000Z'
 */
export function instantOf(date: Date): Instant {
  return fromEpochMilliseconds(date.getTime());
}

/**
 * The instant of a wall-clock time in New York, EDGAR's zone (domain.md §3); of the two meanings in
 * the hour that autumn repeats, the earlier.
 *
 * @example newYorkTime('2017-01-31') // '2017-02-01T03:00:00.000Z'
 */
export function newYorkTime(date: CalendarDate, time = '22:00:00'): Instant {
  const tabled = tabledNewYorkTime(date, time);
  if (tabled !== null) return tabled;
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('America/New_York');
  return fromEpochMilliseconds(zoned.epochMilliseconds);
}

/** The first instant of a day in New York. */
export function firstInstant(day: CalendarDate): Instant {
  return newYorkTime(day, '00:00:00');
}

/**
 * The last instant of a day in New York; of the last day that there is, the last that can be
 * written.
 */
export function lastInstant(day: CalendarDate): Instant {
  const time = Date.parse(newYorkTime(day, '23:59:59')) + 999;
  return fromEpochMilliseconds(Number.isNaN(time) ? LAST : Math.min(time, LAST));
}

/**
 * The years whose rule of daylight saving is written below; a test holds it against the tz
 * database.
 */
const FIRST_RULED_YEAR = 1987;
const LAST_RULED_YEAR = 2037;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;
const HOUR = 3_600_000;

/**
 * The same by the rule of the Uniform Time Act (15 U.S.C. 260a), which is many times as fast; null
 * outside its years. Daylight saving runs from the first Sunday of April to the last of October,
 * since 2007 from the second Sunday of March to the first of November.
 */
function tabledNewYorkTime(date: CalendarDate, time: string): Instant | null {
  const daylight = daylightOf(Number(date.slice(0, 4)));
  if (daylight === null || !CLOCK.test(time)) return null;
  const utc = Date.parse(`${date}T${time}Z`);
  const { start, end } = daylight;
  // The hour that spring leaves out counts from before the change, the one autumn repeats likewise.
  const isDaylight = utc >= start + 3 * HOUR && utc < end + 2 * HOUR;
  return fromEpochMilliseconds(utc + (isDaylight ? 4 : 5) * HOUR);
}

interface Daylight {
  /** Midnight before the change in spring, as if in UTC. */
  readonly start: number;
  /** Likewise in autumn. */
  readonly end: number;
}

const daylights = new Map<number, Daylight>();

/** When daylight saving runs in a year; null for those that are not ruled here. */
function daylightOf(year: number): Daylight | null {
  if (!(year >= FIRST_RULED_YEAR && year <= LAST_RULED_YEAR)) return null;
  const known = daylights.get(year);
  if (known !== undefined) return known;
  const start = year >= 2007 ? sundayFrom(year, 2, 8) : sundayFrom(year, 3, 1);
  const end = year >= 2007 ? sundayFrom(year, 10, 1) : sundayFrom(year, 9, 25);
  daylights.set(year, { start, end });
  return { start, end };
}

/** Midnight, as if in UTC, of the first Sunday on or after a day; months count from 0. */
function sundayFrom(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month, day));
  return date.getTime() + ((7 - date.getUTCDay()) % 7) * 24 * HOUR;
}

/**
 * The calendar date in New York at an instant.
 *
 * @example newYorkDate('2017-02-01T03:00:00.000Z') // '2017-01-31'
 */
export function newYorkDate(instant: Instant): CalendarDate {
  if (instant === latest.instant) return latest.date;
  const date = tabledNewYorkDate(Date.parse(instant)) ?? zonedNewYorkDate(instant);
  latest = { instant, date };
  return date;
}

/** A filing's lines ask for the date of one instant, many times over. */
let latest = { instant: '', date: '' as CalendarDate };

function zonedNewYorkDate(instant: Instant): CalendarDate {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO('America/New_York');
  return zoned.toPlainDate().toString() as CalendarDate;
}

/** The same by the rule that `tabledNewYorkTime` has; null outside its years. */
function tabledNewYorkDate(utc: number): CalendarDate | null {
  const standard = utc - 5 * HOUR;
  const daylight = daylightOf(new Date(standard).getUTCFullYear());
  if (daylight === null) return null;
  // Clocks change at 2:00 of the time before the change.
  const isDaylight = standard >= daylight.start + 2 * HOUR && standard < daylight.end + HOUR;
  const local = new Date(isDaylight ? standard + HOUR : standard);
  return local.toISOString().slice(0, 10) as CalendarDate;
}

function fromEpochMilliseconds(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}
