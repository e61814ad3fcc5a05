import { type CalendarDate, calendarDate } from '../../values/index.ts';

/** A date printed as MM/DD/YYYY; null where it is none. */
export function parsePrintedDate(text: string): CalendarDate | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  return match && calendarDate(Number(match[3]), Number(match[1]), Number(match[2]));
}
