import type { HoldingStatus } from '../../reads/index.ts';
import { decodeIdOf } from '../../schema/index.ts';
import {
  Anomaly,
  type CalendarDate,
  type Instant,
  instantOf,
  newYorkDate,
  newYorkTime,
  parseCalendarDate,
  parseCik,
  parseInstant,
} from '../../values/index.ts';
import type { OutputOptions } from './options.ts';

/** Options of `export`, as they stand on the command line. */
export interface ExportOptions extends OutputOptions {
  readonly format?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly issuer?: readonly string[];
  readonly person?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly status?: readonly string[];
  readonly spreadsheetSafe?: boolean;
  readonly output?: string;
}

/** What can be exported, and the formats of each; the first of them where none is named. */
const EXPORTS = {
  holdings: ['csv', 'ndjson', 'parquet'],
  events: ['csv', 'ndjson', 'parquet'],
  filings: ['csv', 'ndjson', 'parquet', 'data-set'],
  ledger: ['ndjson'],
} as const;

/** What is exported. */
export type Exported = keyof typeof EXPORTS;

/** How it is written. */
export type FormatName = (typeof EXPORTS)['filings'][number];

/** An export as it was asked for, checked. */
export interface ExportAsked {
  readonly what: Exported;
  readonly format: FormatName;
  readonly asOf: CalendarDate;
  readonly knownAt: Instant;
  /** Keys of identities, perhaps provisional ones that have been resolved since. */
  readonly issuers: readonly bigint[] | undefined;
  readonly people: readonly bigint[] | undefined;
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
  readonly statuses: readonly HoldingStatus[];
  readonly spreadsheetSafe: boolean;
  /** Null for standard output. */
  readonly path: string | null;
}

const STATUSES: readonly HoldingStatus[] = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'];

/** Reads the command line. Incorrect where a value or a combination means nothing. */
export function readExportOptions(what: string, options: ExportOptions, now: Date): ExportAsked {
  if (!Object.hasOwn(EXPORTS, what)) {
    throw incorrect(
      `${JSON.stringify(what)} cannot be exported: ${Object.keys(EXPORTS).join(', ')}.`,
    );
  }
  const exported = what as Exported;
  const formats: readonly FormatName[] = EXPORTS[exported];
  const format = formats.find((name) => name === (options.format ?? formats[0]));
  if (format === undefined) {
    throw incorrect(
      `--format: ${what} are written as ${formats.join(', ')}, not as ${options.format}.`,
    );
  }
  refuseMeaningless(exported, format, options);
  const instant = instantOf(now);
  const { output = '-' } = options;
  return {
    what: exported,
    format,
    asOf: options.asOf === undefined ? newYorkDate(instant) : readDate('--as-of', options.asOf),
    knownAt: options.knownAt === undefined ? instant : readKnownAt(options.knownAt),
    issuers: options.issuer?.map((text) => readKey('--issuer', 'Issuer', text)),
    people: options.person?.map((text) => readKey('--person', 'Person', text)),
    from: options.from === undefined ? undefined : readDate('--from', options.from),
    to: options.to === undefined ? undefined : readDate('--to', options.to),
    statuses: readStatuses(options.status),
    spreadsheetSafe: options.spreadsheetSafe ?? false,
    path: output === '-' ? null : output,
  };
}

/** An option that would be passed over is a mistake to be told. */
function refuseMeaningless(what: Exported, format: FormatName, options: ExportOptions): void {
  const only = (name: string, value: unknown, isFor: boolean, why: string) => {
    if (value !== undefined && !isFor) throw incorrect(`${name}: ${why}.`);
  };
  only('--as-of', options.asOf, what === 'holdings', 'only holdings are as of a date');
  only('--status', options.status, what === 'holdings', 'only holdings have a status');
  const isDated = what === 'events' || what === 'filings';
  only('--from', options.from, isDated, 'only events and filings are of a span of days');
  only('--to', options.to, isDated, 'only events and filings are of a span of days');
  const isWhole = what === 'ledger';
  const why = 'the chain can be verified only from the whole ledger';
  only('--issuer', options.issuer, !isWhole, why);
  only('--person', options.person, !isWhole, why);
  only('--known-at', options.knownAt, !isWhole, why);
  only('--spreadsheet-safe', options.spreadsheetSafe, format === 'csv', 'only CSV is read so');
}

function readDate(name: string, text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw incorrect(`${name}: ${JSON.stringify(text)} is no date, as 2024-06-30.`);
  return date;
}

/** A day stands for its end in New York: for all that the public knew by then. */
function readKnownAt(text: string): Instant {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  const date = parseCalendarDate(text);
  if (date !== null) return newYorkTime(date, '23:59:59').replace('.000Z', '.999Z') as Instant;
  throw incorrect(
    `--known-at: ${JSON.stringify(text)} is no date, as 2024-06-30, or RFC 3339 instant.`,
  );
}

function readKey(name: string, type: 'Issuer' | 'Person', text: string): bigint {
  const cik = parseCik(text);
  if (cik !== null) return BigInt(cik);
  try {
    return decodeIdOf(type, text, name);
  } catch {
    const kind = type === 'Issuer' ? "an issuer's" : "a person's";
    throw incorrect(`${name}: ${JSON.stringify(text)} is neither a CIK nor ${kind} id.`);
  }
}

function readStatuses(given: readonly string[] | undefined): readonly HoldingStatus[] {
  if (given === undefined) return ['CURRENT', 'CARRIED'];
  return given
    .flatMap((text) => text.split(','))
    .map((word) => {
      const status = STATUSES.find((known) => known === word.trim().toUpperCase());
      if (status !== undefined) return status;
      throw incorrect(
        `--status: ${JSON.stringify(word)} is not one of ${STATUSES.join(', ').toLowerCase()}.`,
      );
    });
}

function incorrect(message: string): Anomaly {
  return new Anomaly('Incorrect', message);
}
