import { type CalendarDate, calendarDate, parseCalendarDate } from '../../../values/index.ts';

/** The first and the last day of a time. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The number of a month by its English name, or three letters of it; 0 for none. */
function monthNamed(name: string): number {
  const word = name.toLowerCase().replace(/\.$/, '');
  const at = MONTHS.findIndex(
    (month) => month === word || (word.length === 3 && month.startsWith(word)),
  );
  return word === 'sept' ? 9 : at + 1;
}

/** A day: 2024-03-05, March 5, 2024, or 5 March 2024; null for anything else. */
export function readDay(text: string): CalendarDate | null {
  const words = text.trim();
  const american = /^([A-Za-z]{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words);
  const british = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}\.?),? (\d{4})$/.exec(words);
  const [month = '', day, year] = american
    ? [american[1], american[2], american[3]]
    : british
      ? [british[2], british[1], british[3]]
      : [];
  if (day === undefined) return parseCalendarDate(words);
  return calendarDate(Number(year), monthNamed(month), Number(day));
}

/** A month, quarter or year: March 2024, 2024-03, Q1 2024, 2024; null for anything else. */
export function readSpan(text: string): Days | null {
  const words = text.trim().replace(/^the /i, '');
  const [, year] = /^(\d{4})$/.exec(words) ?? [];
  if (year !== undefined) return months(Number(year), 1, 12);
  const [, y, m] = /^(\d{4})-(\d\d)$/.exec(words) ?? [];
  if (y !== undefined) return months(Number(y), Number(m), 1);
  const [, name = '', of] = /^([A-Za-z]{3,9}\.?),? (?:of )?(\d{4})$/.exec(words) ?? [];
  if (of !== undefined) return months(Number(of), monthNamed(name), 1);
  const [, quarter, its] =
    /^(?:Q([1-4])|first|second|third|fourth)(?: quarter)?,? (?:of )?(\d{4})$/i.exec(words) ?? [];
  if (its === undefined) return null;
  const ordinal = ['first', 'second', 'third', 'fourth'].findIndex((each) =>
    words.toLowerCase().startsWith(each),
  );
  if (quarter === undefined && !/quarter/i.test(words)) return null;
  return months(Number(its), (quarter === undefined ? ordinal : Number(quarter) - 1) * 3 + 1, 3);
}

function months(year: number, first: number, count: number): Days | null {
  const from = calendarDate(year, first, 1);
  const last = [31, 30, 29, 28]
    .map((day) => calendarDate(year, first + count - 1, day))
    .find((day) => day !== null);
  return from === null || last == null ? null : { from, to: last };
}
