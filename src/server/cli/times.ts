import {
  Anomaly,
  type CalendarDate,
  type Instant,
  instantOf,
  newYorkDate,
  newYorkTime,
  parseCalendarDate,
  parseInstant,
} from '../../values/index.ts';

/** The two times of a question as options have them. */
export interface TimeOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/**
 * Reads the two times (docs/domain.md §3): as of today in New York, and known now, where left out.
 * A day of knowing stands for its end in New York: for all that the public knew by then. Incorrect,
 * naming the option, for what is no time.
 */
export function readTimes(
  { asOf, knownAt }: TimeOptions,
  now: Date,
): { asOf: CalendarDate; knownAt: Instant } {
  const instant = instantOf(now);
  return {
    asOf: asOf === undefined ? newYorkDate(instant) : readDate('--as-of', asOf),
    knownAt: knownAt === undefined ? instant : readKnownAt(knownAt),
  };
}

/** A date of an option. Incorrect, naming the option, for what is none. */
export function readDate(name: string, text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date !== null) return date;
  const message = `${name}: ${JSON.stringify(text)} is no date. Write it as 2024-06-30.`;
  throw new Anomaly('Incorrect', message);
}

function readKnownAt(text: string): Instant {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  const date = parseCalendarDate(text);
  if (date !== null) return newYorkTime(date, '23:59:59').replace('.000Z', '.999Z') as Instant;
  throw new Anomaly(
    'Incorrect',
    `--known-at: ${JSON.stringify(text)} is no date and no instant. Write it as 2024-06-30, which is ` +
      'the end of that day in New York, or as 2024-06-30T20:00:00Z.',
  );
}
