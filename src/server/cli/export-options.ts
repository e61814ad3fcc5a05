import type { HoldingStatus } from '../../reads/index.ts';
import { Anomaly, type CalendarDate, type Instant } from '../../values/index.ts';
import type { OutputOptions } from './options.ts';
import { readStatuses } from './statuses.ts';
import { readDate, readTimes } from './times.ts';

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
  readonly since?: string;
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
  /** As findSubject takes them: tickers, CIKs, names or ids. */
  readonly issuers: readonly string[] | undefined;
  readonly people: readonly string[] | undefined;
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
  readonly statuses: readonly HoldingStatus[];
  readonly spreadsheetSafe: boolean;
  /** Null for standard output. */
  readonly path: string | null;
}

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
  const { output = '-' } = options;
  return {
    what: exported,
    format,
    ...readTimes(options, now),
    issuers: options.issuer,
    people: options.person,
    from: options.from === undefined ? undefined : readDate('--from', options.from),
    to: options.to === undefined ? undefined : readDate('--to', options.to),
    statuses: readStatuses(options.status),
    spreadsheetSafe: options.spreadsheetSafe ?? false,
    path: output === '-' ? null : output,
  };
}

/** An option that would be ignored is an error. */
function refuseMeaningless(what: Exported, format: FormatName, options: ExportOptions): void {
  const only = (name: string, value: unknown, isFor: boolean, why: string) => {
    if (value !== undefined && !isFor) throw incorrect(`${name}: ${why}.`);
  };
  only('--as-of', options.asOf, what === 'holdings', 'only holdings are as of a date');
  only('--since', options.since, false, 'only a timeline is of what is new');
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

function incorrect(message: string): Anomaly {
  return new Anomaly('Incorrect', message);
}
