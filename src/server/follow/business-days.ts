import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '../../values/index.ts';
import { daysBefore } from './days.ts';

/**
 * Holidays of the federal government that are on the same day each year, with the year they began.
 */
const FIXED: readonly { readonly month: number; readonly day: number; readonly since: number }[] = [
  { month: 1, day: 1, since: 0 },
  { month: 6, day: 19, since: 2021 },
  { month: 7, day: 4, since: 0 },
  { month: 11, day: 11, since: 0 },
  { month: 12, day: 25, since: 0 },
];

const MONDAY = 1;
const THURSDAY = 4;

/** Those that are on a weekday of a week of a month; week -1 is the last. */
const MOVING: readonly {
  readonly month: number;
  readonly weekday: number;
  readonly week: number;
}[] = [
  { month: 1, weekday: MONDAY, week: 3 },
  { month: 2, weekday: MONDAY, week: 3 },
  { month: 5, weekday: MONDAY, week: -1 },
  { month: 9, weekday: MONDAY, week: 1 },
  { month: 10, weekday: MONDAY, week: 2 },
  { month: 11, weekday: THURSDAY, week: 4 },
];

/**
 * Whether EDGAR takes filings on a day: no weekend, and no federal holiday (5 U.S.C. 6103), which
 * is kept on the Friday before where it is on a Saturday, and on the Monday after where it is on a
 * Sunday.
 */
export function isBusinessDay(day: CalendarDate): boolean {
  const date = Temporal.PlainDate.from(day);
  if (date.dayOfWeek > 5) return false;
  return !holidays(date.year).has(day) && !holidays(date.year + 1).has(day);
}

/** The day that is so many business days before another. */
export function businessDaysBefore(day: CalendarDate, days: number): CalendarDate {
  let at = day;
  for (let left = days; left > 0; ) {
    at = daysBefore(at, 1);
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}

function holidays(year: number): ReadonlySet<string> {
  const fixed = FIXED.filter(({ since }) => year >= since).map(({ month, day }) => {
    const date = Temporal.PlainDate.from({ year, month, day });
    if (date.dayOfWeek === 6) return date.subtract({ days: 1 });
    return date.dayOfWeek === 7 ? date.add({ days: 1 }) : date;
  });
  const moving = MOVING.map(({ month, weekday, week }) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 });
    const inFirstWeek = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
    if (week > 0) return inFirstWeek.add({ weeks: week - 1 });
    const fifth = inFirstWeek.add({ weeks: 4 });
    return fifth.month === month ? fifth : inFirstWeek.add({ weeks: 3 });
  });
  return new Set([...fixed, ...moving].map((date) => date.toString()));
}
