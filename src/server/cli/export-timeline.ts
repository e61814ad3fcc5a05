import { readConsistently } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { readThrough, writeTimeline } from '../export/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { ExportOptions } from './export-options.ts';
import { refuseOthers } from './refuse-others.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/**
 * `insider-ledger export timeline`: everything on both times, as a folder of Parquet files for SQL
 * engines (docs/guides/sql.md).
 */
export async function exportTimelineCommand(
  terminal: Terminal,
  options: ExportOptions,
): Promise<ExitStatus> {
  refuseOthers('timeline', options, ['since', 'output', 'format', 'json']);
  const { output, format = 'parquet', json = false } = options;
  if (format !== 'parquet') {
    throw new Anomaly('Incorrect', `--format: a timeline is written as parquet, not as ${format}.`);
  }
  if (output === undefined || output === '-') {
    throw new Anomaly('Incorrect', '--output: a timeline is a folder; name one.');
  }
  const since = await readSince(options.since, output);
  const started = performance.now();
  let count = 0;
  const { through, rows } = await withDatabase(
    terminal,
    (database, signal) =>
      readConsistently(database, signal, (reading) =>
        writeTimeline(reading, {
          output,
          since,
          wrote(written) {
            count += written;
            terminal.progress(`${count} rows`);
          },
        }),
      ),
    { graceMs: 5_000 },
  );
  terminal.done();
  const seconds = Math.round(performance.now() - started) / 1_000;
  const summary = { exported: 'timeline', through: String(through), rows, seconds };
  if (json) terminal.print(JSON.stringify(summary));
  else {
    const what = Object.entries(rows).map(([table, written]) => `${written} ${table}`);
    terminal.print(
      `${what.join(', ')} through event ${through} exported to ${output} in ${seconds} s`,
    );
  }
  return 0;
}

/** Null for all of it. `last` is what the folder reaches. */
async function readSince(text: string | undefined, output: string): Promise<bigint | null> {
  if (text === undefined) return null;
  if (text === 'last') return readThrough(output);
  if (/^\d{1,15}$/.test(text)) return BigInt(text);
  const message = `--since: ${JSON.stringify(text)} is no position, and not last.`;
  throw new Anomaly('Incorrect', message);
}
