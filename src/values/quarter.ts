import { type CalendarDate, calendarDate } from './calendar-date.ts';

declare const brand: unique symbol;

/** A quarter of a year as the SEC writes it, for instance 2024q3. Sorts as text. */
export type Quarter = string & { readonly [brand]: 'Quarter' };

/** Gives the quarter for 2024q3, in any case and with or without a dash; null for anything else. */
export function parseQuarter(text: string): Quarter | null {
  const [, year, quarter] = /^([12]\d{3})-?q([1-4])$/i.exec(text.trim()) ?? [];
  return year === undefined ? null : (`${year}q${quarter}` as Quarter);
}

/**
 * The quarter that a day is in.
 *
 * @example quarterOf('2024-08-15') // '2024q3'
 */
export function quarterOf(day: CalendarDate): Quarter {
  return named(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));
}

/** The quarter so many quarters later, or earlier where that is negative. */
export function quarterLater(quarter: Quarter, by: number): Quarter {
  const count = yearOf(quarter) * 4 + numberOf(quarter) - 1 + by;
  return named(Math.floor(count / 4), (count % 4) + 1);
}

/**
 * All quarters from one to another, both included, the oldest first; none where `to` comes before.
 */
export function quartersBetween(from: Quarter, to: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let at = from; at <= to; at = quarterLater(at, 1)) quarters.push(at);
  return quarters;
}

/** The year of a quarter. */
export function yearOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4));
}

/** Which of the year's quarters it is, 1 to 4. */
export function numberOf(quarter: Quarter): number {
  return Number(quarter.slice(5));
}

/** The first day of a quarter. */
export function firstDay(quarter: Quarter): CalendarDate {
  const day = calendarDate(yearOf(quarter), numberOf(quarter) * 3 - 2, 1);
  if (day === null) throw new Error(`${quarter} has no first day.`);
  return day;
}

function named(year: number, quarter: number): Quarter {
  return `${year}q${quarter}` as Quarter;
}
