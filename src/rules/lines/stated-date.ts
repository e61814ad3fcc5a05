import { type CalendarDate, calendarDate } from '../../values/index.ts';

const MONTHS = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** A pattern, without groups, of a whole date as notes write it. */
export const STATED_DATE = `(?:${MONTH}\\s?\\d{1,2}(?:st|nd|rd|th)?,?\\s?\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH},?\\s\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/-]\\d{1,2}[/-](?:\\d{4}|\\d{2}))(?!\\d)`;

/**
 * The day that a text matched by STATED_DATE states, months first in figures; null where there is
 * none such.
 */
export function statedDate(text: string): CalendarDate | null {
  const [first = 0, second = 0, third = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const month = /[A-Za-z]{3,}/.exec(text.replace(/\d(?:st|nd|rd|th)|\bof\b/g, ''))?.[0];
  if (month !== undefined) {
    const number = MONTHS.indexOf(month.slice(0, 3).toUpperCase()) / 3 + 1;
    return calendarDate(second, number, first);
  }
  if (first > 31) return calendarDate(first, second, third);
  return calendarDate(third < 100 ? third + 2000 : third, first, second);
}
