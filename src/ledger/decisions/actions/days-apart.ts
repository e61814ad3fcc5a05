import type { CalendarDate } from '../../../values/index.ts';

const A_DAY = 86_400_000;

/** How many days lie between two dates, whichever comes first. */
export function daysApart(a: CalendarDate, b: CalendarDate): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / A_DAY;
}
