import type { Database } from '../../database/index.ts';
import { readConsistently } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { exportChunks, writeFile, writeStream } from '../export/index.ts';
import { type ExitStatus, Interrupted } from './exit-status.ts';
import { type ExportAsked, type ExportOptions, readExportOptions } from './export-options.ts';
import { findSubject, type SubjectType } from './find-subject.ts';
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
  try {
    return await withDatabase(
      terminal,
      (database, signal) =>
        exportTo(database, asked, { terminal, signal, json: options.json ?? false }),
      { graceMs: 5_000 },
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    const said = 'Stopped before the end: what was written is no whole export.';
    throw new Interrupted(error.by, asked.path === null ? said : 'Stopped: no file was written.');
  } finally {
    terminal.done();
  }
}

interface ExportReport {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly json: boolean;
}

async function exportTo(
  database: Database,
  given: ExportAsked,
  { terminal, signal, json }: ExportReport,
): Promise<ExitStatus> {
  const keys = async (texts: readonly string[] | undefined, type: SubjectType) =>
    texts === undefined ? undefined : keysOf(database, texts, type);
  const issuers = await keys(given.issuers, 'Issuer');
  const people = await keys(given.people, 'Person');
  const asked = { ...given, issuers, people };
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

async function keysOf(
  { pool }: Database,
  texts: readonly string[],
  type: SubjectType,
): Promise<readonly bigint[]> {
  const where = `--${type.toLowerCase()}`;
  const keys: bigint[] = [];
  for (const text of texts)
    keys.push((await findSubject(pool, text, { types: [type], where })).key);
  return keys;
}
