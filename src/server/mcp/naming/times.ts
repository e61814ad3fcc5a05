import { z } from 'zod';
import { type CalendarDate, parseCalendarDate, parseInstant } from '../../../values/index.ts';
import { inQuotes } from '../answers/index.ts';
import type { Asking } from '../asking.ts';
import { refused } from '../refusal.ts';

const time = (says: string) => z.string().max(40).optional().describe(says);

/** The two times of a question, as arguments of a tool. */
export const TIMES = {
  asOf: time('The day asked about, YYYY-MM-DD: what was true on it. Left out: today in New York.'),
  knownAt: time(
    'What the public knew at this instant (2024-06-30T20:00:00Z), or by the end of this day in ' +
      'New York (2024-06-30). Left out: now.',
  ),
} as const;

/** The two times of a question, checked. GraphQL takes a day for the known-at too. */
export interface AskedTimes {
  readonly asOf: CalendarDate;
  readonly knownAt: string | null;
}

/** The two times that arguments mean; refuses what is no time, with how to write one. */
export function timesOf(
  { asOf, knownAt }: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined },
  { today }: Pick<Asking, 'today'>,
): AskedTimes {
  return {
    asOf: asOf === undefined ? today : dateOf('asOf', asOf),
    knownAt: knownAt === undefined ? null : instantOrDay('knownAt', knownAt),
  };
}

/** A day that an argument means. */
export function dateOf(argument: string, text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date !== null) return date;
  throw refused(
    `${argument}: ${inQuotes(text, 40)} is no day of the calendar. Write it as 2024-06-30.`,
  );
}

/** An instant or a day that an argument means, as it stands. */
export function instantOrDay(argument: string, text: string): string {
  if (parseInstant(text) !== null || parseCalendarDate(text) !== null) return text;
  throw refused(
    `${argument}: ${inQuotes(text, 40)} is no day and no instant. Write a day as 2024-06-30, which is ` +
      'the end of that day in New York, or an instant as 2024-06-30T20:00:00Z.',
  );
}
