import type { Random } from '../../../src/server/demo/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import type { ListedFiling } from '../edgar/listed-filing.ts';
import { generateFullFilings } from '../generated-filings.ts';
import { RENDITIONS } from '../renditions.ts';

/** A filing, and when a simulated EDGAR shows it where; moments are milliseconds since 1970. */
export interface ScheduledFiling extends ListedFiling {
  readonly listedAt: number;
  /** When its text is there; infinity where it never is. */
  readonly textAt: number;
  /** Whether the index of its day has it from the beginning. */
  readonly isInFirstIndex: boolean;
}

/** A business day. */
export interface ScheduledDay {
  readonly day: CalendarDate;
  readonly filings: readonly ScheduledFiling[];
  /** When its index comes. */
  readonly indexAt: number;
  /** When its index is whole. */
  readonly wholeAt: number;
  /** What is odd about its index. */
  readonly oddity: 'none' | 'duplicated' | 'column' | 'bad row' | 'windows';
}

/** The first day of every simulation. */
const FIRST_DAY = '2024-05-01' as CalendarDate;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const HOLIDAYS = new Set(['2024-05-27', '2024-06-19', '2024-07-04', '2024-09-02', '2024-10-14']);

/** Midnight in New York at the beginning of a day, which is one of summer. */
export function midnight(day: number): number {
  return Date.parse(`${FIRST_DAY}T04:00:00Z`) + day * DAY_MS;
}

/** What a calendar is made of. */
export interface CalendarOptions {
  readonly seed: number;
  readonly days: number;
  /** Filings a business day, about. */
  readonly perDay: number;
  /** The last days, on which nothing is filed and nothing late. */
  readonly quietDays?: number;
}

/**
 * The business days of so many days, with generated filings on each, late ones and ones without a
 * text.
 */
export function makeCalendar(
  { seed, days, perDay, quietDays = 0 }: CalendarOptions,
  random: Random,
): ScheduledDay[] {
  const full = generateFullFilings({ seed, count: days * perDay });
  const calendar: ScheduledDay[] = [];
  for (let at = 0; at < days; at += 1) {
    const begin = midnight(at);
    const day = new Date(begin).toISOString().slice(0, 10) as CalendarDate;
    const weekday = new Date(begin).getUTCDay();
    if (weekday === 0 || weekday === 6 || HOLIDAYS.has(day)) continue;
    const isQuiet = at >= days - quietDays;
    const count = isQuiet ? 0 : 1 + random.below(2 * perDay - 1);
    const filings = full.splice(0, count).map((filing): ScheduledFiling => {
      const listedAt = begin + (6 + random.below(16)) * HOUR_MS + random.below(HOUR_MS);
      const dated = {
        ...filing,
        filedOn: day,
        acceptedAt: new Date(listedAt).toISOString() as Instant,
      };
      return {
        form: filing.form.slice(5).replace('_', '/'),
        accessionNumber: filing.accessionNumber as ScheduledFiling['accessionNumber'],
        filers: [
          ...filing.reportingOwners.map(({ cik, name }) => ({
            cik: cik ?? '',
            name,
            role: 'Reporting' as const,
          })),
          { cik: filing.issuer.cik ?? '', name: filing.issuer.name, role: 'Issuer' as const },
        ],
        acceptedAt: dated.acceptedAt,
        filedOn: day,
        text: new TextDecoder('latin1').decode(RENDITIONS.submission(dated).bytes),
        listedAt,
        textAt: textAt(listedAt, random),
        isInFirstIndex: random.below(12) !== 0,
      };
    });
    const indexAt = begin + DAY_MS + random.below(4) * HOUR_MS + (isQuiet ? 0 : lateness(random));
    calendar.push({
      day,
      filings,
      indexAt,
      wholeAt: indexAt + (random.below(4) === 0 ? random.below(2 * DAY_MS) : 0),
      oddity: random.pick(['none', 'none', 'duplicated', 'column', 'bad row', 'windows']),
    });
  }
  return calendar;
}

/** Most texts are there at once; some seconds, hours or days later, and some never. */
function textAt(listedAt: number, random: Random): number {
  const kind = random.below(60);
  if (kind === 0) return Number.POSITIVE_INFINITY;
  if (kind === 1) return listedAt + random.below(3 * DAY_MS);
  return kind < 6 ? listedAt + random.below(6 * HOUR_MS) : listedAt;
}

/** One index in eight comes some hours or days late. */
function lateness(random: Random): number {
  return random.below(8) === 0 ? random.below(3 * DAY_MS) : 0;
}
