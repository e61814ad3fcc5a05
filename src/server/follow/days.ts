import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, invariant, daysBefore as orNull } from '../../values/index.ts';

/** The day so many days before another; a day that is followed is never at the calendar's end. */
export function daysBefore(day: CalendarDate, days: number): CalendarDate {
  const before = orNull(day, days);
  invariant(before !== null, `${day} is at the end of the calendar.`);
  return before;
}

/** The day after another, likewise. */
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
