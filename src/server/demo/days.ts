import { type CalendarDate, calendarDate, newYorkTime } from '../../values/index.ts';

/** A day, counted from the first of 1970. */
export type Day = number;

const DAY_MS = 86_400_000;

/** The day of a date. */
export function dayOf(date: CalendarDate): Day {
  return Date.parse(date) / DAY_MS;
}

/** The date of a day. */
export function dateOf(day: Day): CalendarDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}

/** The day itself, or the Monday after a weekend. */
function onWeekday(day: Day): Day {
  const weekday = new Date(day * DAY_MS).getUTCDay();
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}

/** So many weekdays later. */
export function weekdaysLater(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; left -= 1) at = onWeekday(at + 1);
  return at;
}

/** Months, counted from January of the year 0. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The month of the year, from 1. */
export function monthOfYear(month: number): number {
  return (month % 12) + 1;
}

/** A weekday on or after a day of a month, of which every month must have it. */
export function weekdayIn(month: number, day: number): Day {
  const date = calendarDate(Math.floor(month / 12), monthOfYear(month), day);
  return onWeekday(dayOf(date ?? ('1970-01-01' as CalendarDate)));
}

/** A date as footnotes write it: June 3, 2019. */
export function inWords(day: Day): string {
  return IN_WORDS.format(new Date(day * DAY_MS));
}

const IN_WORDS = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** The instant of a minute of a day in New York. */
export function instantIn(day: Day, minute: number) {
  const two = (number: number) => String(number).padStart(2, '0');
  return newYorkTime(dateOf(day), `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`);
}
