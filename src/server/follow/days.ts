import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '../../values/index.ts';

/** The day so many days before another. */
export function daysBefore(day: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(day).subtract({ days }).toString() as CalendarDate;
}

/** The day after another. */
export function dayAfter(day: CalendarDate): CalendarDate {
  return daysBefore(day, -1);
}

/** The first day of each quarter from one day's to another's, in order. */
export function quartersFrom(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  let at = Temporal.PlainDate.from(first);
  at = at.with({ day: 1, month: Math.floor((at.month - 1) / 3) * 3 + 1 });
  for (; at.toString() <= last; at = at.add({ months: 3 })) {
    days.push(at.toString() as CalendarDate);
  }
  return days;
}
