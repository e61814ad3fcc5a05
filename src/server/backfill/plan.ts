import type { BackfillSource } from '../../desk/index.ts';
import { FIRST_DATA_SET, FIRST_INDEX, FIRST_XML } from '../../sources/index.ts';
import {
  Anomaly,
  type CalendarDate,
  type Cik,
  parseCik,
  parseQuarter,
  type Quarter,
  quarterLater,
  quarterOf,
  quartersBetween,
} from '../../values/index.ts';
import { type BackfillFilter, FORMS } from './filter.ts';

/** Options of `backfill`, as they stand on the command line. */
export interface BackfillOptions {
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
  readonly form?: readonly string[];
  readonly issuer?: readonly string[];
  readonly owner?: readonly string[];
  readonly parallel?: string;
  readonly again?: boolean;
}

/** What a backfill is to do. */
export interface BackfillPlan {
  readonly source: BackfillSource;
  /** At least one, the oldest first. */
  readonly quarters: readonly Quarter[];
  /** The first quarter of which EDGAR may still list more: it is not over, or has hardly ended. */
  readonly unsettled: Quarter;
  readonly filter: BackfillFilter;
  /** Submissions asked for at once. */
  readonly atOnce: number;
  /** Whether quarters that were finished before are asked again, if they have changed. */
  readonly asksAgain: boolean;
}

const DEFAULT_PARALLEL = 6;
const MOST_AT_ONCE = 10;

/**
 * Plans what the options ask for. Incorrect, with what to write instead, where that cannot be done.
 */
export function planBackfill(options: BackfillOptions, today: CalendarDate): BackfillPlan {
  const source = sourceOf(options.source ?? 'data-set');
  const current = quarterOf(today);
  const finished = quarterLater(current, -1);
  const from = options.from === undefined ? defaultStart(source) : quarter('--from', options.from);
  const to = options.to === undefined ? finished : quarter('--to', options.to);
  refuse(from > current, `--from ${from} is in the future: the last quarter is ${finished}.`);
  refuse(to > current, `--to ${to} is in the future: the last quarter is ${finished}.`);
  refuse(from > to, `--from ${from} is after --to ${to}.`);
  if (source === 'data-set') {
    refuse(
      from < FIRST_DATA_SET,
      `The SEC's data sets begin with ${FIRST_DATA_SET}: take what is older with --source archive.`,
    );
    refuse(
      to === current,
      `${to} is not over, and the SEC makes its data set after that: take it with --source archive.`,
    );
  }
  refuse(from < FIRST_INDEX, `EDGAR's indexes begin with ${FIRST_INDEX}.`);
  return {
    source,
    quarters: quartersBetween(from, to),
    unsettled: quarterOf(daysBefore(today, 7)),
    filter: {
      forms: [...new Set((options.form ?? []).flatMap((text) => text.split(',')).map(form))].sort(),
      issuers: ciks('--issuer', options.issuer),
      owners: ciks('--owner', options.owner),
    },
    atOnce: atOnce(options.parallel),
    asksAgain: options.again ?? false,
  };
}

function daysBefore(day: CalendarDate, days: number): CalendarDate {
  const before = new Date(Date.parse(day) - days * 86_400_000);
  return before.toISOString().slice(0, 10) as CalendarDate;
}

function sourceOf(text: string): BackfillSource {
  if (text === 'data-set' || text === 'archive') return text;
  throw new Anomaly('Incorrect', `--source ${text} is unknown: it is data-set or archive.`);
}

function defaultStart(source: BackfillSource): Quarter {
  return source === 'data-set' ? FIRST_DATA_SET : FIRST_XML;
}

function quarter(option: string, text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed !== null) return parsed;
  throw new Anomaly('Incorrect', `${option} ${text} is no quarter: write it as 2024q3.`);
}

function form(text: string): BackfillFilter['forms'][number] {
  const known = FORMS.find((one) => one === text.trim());
  if (known !== undefined) return known;
  throw new Anomaly(
    'Incorrect',
    `--form ${text} is unknown: it is 3, 4 or 5, or several as 3,4. Amendments are with their forms.`,
  );
}

function ciks(option: string, texts: readonly string[] = []): Cik[] {
  const parsed = texts
    .flatMap((text) => text.split(','))
    .map((text) => {
      const cik = parseCik(text);
      if (cik !== null) return cik;
      throw new Anomaly('Incorrect', `${option} ${text} is no CIK: it has one to ten digits.`);
    });
  return [...new Set(parsed)].sort();
}

function atOnce(text: string | undefined): number {
  const number = Number(text ?? DEFAULT_PARALLEL);
  if (Number.isInteger(number) && number >= 1 && number <= MOST_AT_ONCE) return number;
  throw new Anomaly('Incorrect', `--parallel ${text} is not from 1 to ${MOST_AT_ONCE}.`);
}

function refuse(isRefused: boolean, message: string): void {
  if (isRefused) throw new Anomaly('Incorrect', message);
}
