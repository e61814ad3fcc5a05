import { type CalendarDate, calendarDate } from '../../values/index.ts';
import type { PrintedDate } from './page.ts';

/** A date printed as MM/DD/YYYY; null where it is none. */
export function parsePrintedDate(text: string): CalendarDate | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  return match && calendarDate(Number(match[3]), Number(match[1]), Number(match[2]));
}

/**
 * What stands in the box of a date that begins at a character; null where nothing is like a date.
 */
export function printedDateIn(words: string, at: number): PrintedDate | null {
  const printed = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(words)?.[0];
  return printed === undefined ? null : { text: printed, at };
}
