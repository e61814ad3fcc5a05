declare const brand: unique symbol;

/** A day of the proleptic Gregorian calendar, YYYY-MM-DD, without time or zone. Sorts as text. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const NAMED_MONTH = /^(\d{1,2})-([A-Z]{3})-(\d{4})$/i;
const MONTHS = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';

/**
 * Gives the date for YYYY-MM-DD naming a day that exists; null for 2023-02-30 and the like.
 *
 * @example parseCalendarDate('2023-02-30') // null
 */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  return exists(Number(match[1]), Number(match[2]), Number(match[3]))
    ? (text as CalendarDate)
    : null;
}

/** Gives the date for 31-JUL-2024 in any case or for 2024-07-31; null for anything else. */
export function parseNamedMonthDate(text: string): CalendarDate | null {
  const [, day, month = '', year] = NAMED_MONTH.exec(text) ?? [];
  if (day === undefined) return parseCalendarDate(text);
  const at = MONTHS.indexOf(month.toUpperCase());
  return at % 3 === 0 ? calendarDate(Number(year), at / 3 + 1, Number(day)) : null;
}

/**
 * Gives the date for a year 0001 to 9999, month 1 to 12 and day; null where no such day exists.
 *
 * @example calendarDate(2024, 2, 29) // '2024-02-29'
 */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!exists(year, month, day)) return null;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDate;
}

const DAY_MS = 86_400_000;

/** How many days a date lies after another; below zero where before. */
export function daysFrom(earlier: CalendarDate, later: CalendarDate): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}

/** The date so many days before another; null where that is beyond the years 1 to 9999. */
export function daysBefore(date: CalendarDate, days: number): CalendarDate | null {
  const at = new Date(Date.parse(date) - days * DAY_MS);
  return calendarDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

/** The day after another; null past the calendar's end. */
export function dayAfter(date: CalendarDate): CalendarDate | null {
  return daysBefore(date, -1);
}

/** How many days lie between two dates, whichever comes first. */
export function daysApart(a: CalendarDate, b: CalendarDate): number {
  return Math.abs(daysFrom(a, b));
}

function exists(year: number, month: number, day: number): boolean {
  const isInRange = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1;
  return isInRange && day <= daysIn(year, month);
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
