import { Anomaly, type CalendarDate } from '../../values/index.ts';

/** How long the periods of a time line are. */
export type ActivityBucket = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Days from one to another, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const MOST_PERIODS = 5_000;
const DAY = 86_400_000;
const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;

/**
 * The calendar's days, weeks from Monday, months, quarters or years that share a day with the
 * period, clipped to it. Incorrect where it ends before it begins, or where they are more than
 * 5,000.
 */
export function periodsWithin({ from, to }: Period, by: ActivityBucket): Period[] {
  if (from > to) throw new Anomaly('Incorrect', `from: must not be after to, and ${from} is.`);
  const periods: Period[] = [];
  for (let start: CalendarDate | null = from; start !== null && start <= to; ) {
    if (periods.length === MOST_PERIODS) {
      const message = `by: ${by} makes more than ${MOST_PERIODS} periods from ${from} to ${to}; ask for longer ones.`;
      throw new Anomaly('Incorrect', message);
    }
    const next = startOfNext(start, by);
    const last = next === null ? to : dateOf(timeOf(next) - DAY);
    periods.push({ from: start, to: last !== null && last < to ? last : to });
    start = next;
  }
  return periods;
}

/** The first day after the calendar's own period that a day is in; null past the year 9999. */
function startOfNext(date: CalendarDate, by: ActivityBucket): CalendarDate | null {
  const time = new Date(timeOf(date));
  if (by === 'DAY') return dateOf(time.getTime() + DAY);
  if (by === 'WEEK') return dateOf(time.getTime() + (7 - ((time.getUTCDay() + 6) % 7)) * DAY);
  const months = MONTHS[by];
  time.setUTCMonth(Math.floor(time.getUTCMonth() / months) * months + months, 1);
  return dateOf(time.getTime());
}

function timeOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateOf(time: number): CalendarDate | null {
  const text = new Date(time).toISOString();
  return text.startsWith('+') ? null : (text.slice(0, 10) as CalendarDate);
}
