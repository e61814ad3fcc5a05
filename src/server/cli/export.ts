import type { Database } from '../../database/index.ts';
import { readConsistently, resolveIdentities } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { exportChunks, ReaderGone, writeFile, writeStream } from '../export/index.ts';
import type { ExitStatus } from './exit-status.ts';
import { type ExportAsked, type ExportOptions, readExportOptions } from './export-options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** `insider-ledger export WHAT`: 1 where the reader of standard output went away before the end. */
export async function exportCommand(
  terminal: Terminal,
  what: string,
  options: ExportOptions,
): Promise<ExitStatus> {
  const asked = readExportOptions(what, options, new Date());
  const isBinary = asked.format === 'parquet' || asked.format === 'data-set';
  if (asked.path === null && isBinary && process.stdout.isTTY) {
    throw new Anomaly(
      'Incorrect',
      `A terminal cannot show ${asked.format}: name a file by --output.`,
    );
  }
  const stop = new AbortController();
  const interrupted = () => stop.abort(new Anomaly('Unavailable', 'Stopped before the end.'));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    return await withDatabase(terminal, (database) =>
      exportTo(database, asked, { terminal, signal: stop.signal, json: options.json ?? false }),
    );
  } catch (error) {
    if (error instanceof ReaderGone) return 1;
    throw error;
  } finally {
    terminal.done();
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  }
}

interface Told {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly json: boolean;
}

async function exportTo(
  database: Database,
  given: ExportAsked,
  { terminal, signal, json }: Told,
): Promise<ExitStatus> {
  const { issuers, people } = given;
  const current = async (keys: readonly bigint[] | undefined) =>
    keys === undefined ? undefined : resolveIdentities(database.pool, keys);
  const asked = { ...given, issuers: await current(issuers), people: await current(people) };
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  let rows = 0;
  const notes: string[] = [];
  const bytes = await readConsistently(database, signal, async (reading) => {
    const chunks = exportChunks(reading, asked, {
      wrote(count) {
        rows += count;
        terminal.progress(`${rows} rows, ${Math.round(rows / seconds())}/s`);
      },
      note: (text) => notes.push(text),
    });
    return asked.path === null
      ? writeStream(process.stdout, chunks)
      : writeFile(asked.path, chunks);
  });
  terminal.done();
  const summary = {
    exported: asked.what,
    format: asked.format,
    rows,
    bytes,
    seconds: Math.round(seconds() * 1_000) / 1_000,
    notes,
  };
  const tell = (line: string) => (asked.path === null ? terminal.say(line) : terminal.print(line));
  if (json) tell(JSON.stringify(summary));
  else {
    for (const note of notes) terminal.say(note);
    const to = asked.path === null ? '' : ` to ${asked.path}`;
    tell(
      `${rows} ${asked.format === 'data-set' ? 'filings' : 'rows'} (${bytes} bytes) exported${to} in ${summary.seconds} s`,
    );
  }
  return 0;
}
