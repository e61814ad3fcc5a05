import type { CommandLine } from '../command-line.ts';
import type { ExportOptions } from '../export-options.ts';

/** Adds `export`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('export')
    .description(
      'write holdings, events, filings or the ledger itself to a file (docs/guides/export.md)',
    )
    .argument(
      '<what>',
      'holdings, events, filings, ledger: every event with its hash, receipt: the holdings of a person with what proves them, or timeline: everything on both times',
    )
    .option(
      '--format <format>',
      'csv, ndjson or parquet; of filings data-set too, a zip as the SEC has it',
    )
    .option(
      '--as-of <date>',
      'of holdings and receipts: what was held on this day (default: today in New York)',
    )
    .option(
      '--known-at <when>',
      'what the public knew at this instant, or by the end of this day (default: now)',
    )
    .option('--issuer <who...>', 'of these issuers alone: tickers, CIKs, names or ids')
    .option('--person <who...>', 'of these people alone: CIKs, names or ids')
    .option('--from <date>', 'of events effective, or filings filed, on this day or later')
    .option('--to <date>', 'and on this day or earlier')
    .option(
      '--status <list...>',
      'of holdings and receipts: current, carried, expired, closed (default: current,carried)',
    )
    .option(
      '--spreadsheet-safe',
      'of CSV: an apostrophe before texts that a spreadsheet takes for formulas',
    )
    .option('--since <position>', 'of timelines: what is new since this event, or last')
    .option('--output <file>', 'where to; - for standard output', '-')
    .option('--json', 'print the summary as a line of JSON')
    .addHelpText('after', EXAMPLES)
    .action(
      run(async (what: string, options: ExportOptions) =>
        what === 'receipt'
          ? (await import('../export-receipt.ts')).exportReceiptCommand(terminal, options)
          : what === 'timeline'
            ? (await import('../export-timeline.ts')).exportTimelineCommand(terminal, options)
            : (await import('../export.ts')).exportCommand(terminal, what, options),
      ),
    );
}

const EXAMPLES = `
Examples:
  $ insider-ledger export holdings --issuer 1640147 --as-of 2024-06-30 > holdings.csv
  $ insider-ledger export events --from 2024-01-01 --format parquet --output events.parquet
  $ insider-ledger export filings --format data-set --output filings.zip
  $ insider-ledger export ledger | head -1
  $ insider-ledger export timeline --output timeline
  $ insider-ledger export receipt --person 9000201 --as-of 2024-06-30 --output receipt.json

A file appears under its name when it is whole. The summary is on standard output, or on standard error
where the rows are on standard output. Status: 0 all is written, 1 the reader of standard output went
away, 2 it could not be written.`;
