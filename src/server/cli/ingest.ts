import { findDocuments, listFiles, withStandardInput } from '../../sources/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type IngestListener, type IngestSummary, ingestDocuments } from '../ingest-documents.ts';
import { refetching } from '../refetching.ts';
import { countKept, readAllRejected } from '../rejected.ts';
import { describeRejected, describeWarned } from './describe-rejected.ts';
import { type ExitStatus, Interrupted } from './exit-status.ts';
import { IngestProgress } from './ingest-progress.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { type LedgerWork, withDatabase } from './with-database.ts';

/** Options of `ingest`, as they stand on the command line. */
export interface IngestCommandOptions extends OutputOptions {
  /** Whether the documents that were rejected before are taken again, in place of files. */
  readonly retry?: boolean;
  /** Of these, those of one reason alone. */
  readonly code?: string;
}

/**
 * `insider-ledger ingest PATH…` or `ingest --retry`: 1 where a document was rejected; the others
 * are in. A path of `-` is standard input.
 */
export async function ingestCommand(
  terminal: Terminal,
  paths: readonly string[],
  { json = false, retry = false, code }: IngestCommandOptions,
): Promise<ExitStatus> {
  checkAsked({ paths, retry, code });
  return withStandardInput(paths, (given) => ingestPaths(terminal, given, { json, retry, code }));
}

async function ingestPaths(
  terminal: Terminal,
  paths: readonly string[],
  { json, retry, code }: { json: boolean; retry: boolean; code: string | undefined },
): Promise<ExitStatus> {
  const files = await listFiles(paths);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  const work: LedgerWork<IngestSummary & { unread: number }> = async (database, stop) => {
    const kept = retry ? await countKept(database, code) : { withBytes: 0, unread: 0 };
    const shown = new IngestProgress(files.length + kept.withBytes);
    const show = () => terminal.progress(shown.text(seconds()));
    show();
    const clock = setInterval(show, 1_000);
    const again = refetching(database, (line) => terminal.say(line));
    const documents = retry
      ? readAllRejected(database, { code, finished: shown.finished, refetched: again.refetched })
      : findDocuments(files, shown.finished);
    try {
      const found = await ingestDocuments(
        database,
        documents,
        listener(terminal, json, shown),
        stop,
      );
      terminal.done();
      if (stop.aborted) throw interrupted(stop.reason, found);
      return { ...found, unread: kept.unread };
    } finally {
      clearInterval(clock);
      terminal.done();
      await again.close();
    }
  };
  const { unread, ...summary } = await withDatabase(terminal, work, {
    graceMs: 10_000,
    appends: true,
  });
  const took = Math.round(seconds() * 1_000) / 1_000;
  if (json) terminal.print(JSON.stringify({ ...summary, seconds: took }));
  else terminal.print(describeSummary(summary, took));
  if (unread > 0) {
    terminal.say(`${unread} more were never read and have no bytes: ingest their files again.`);
  }
  return summary.rejected === 0 ? 0 : 1;
}

function listener(terminal: Terminal, json: boolean, shown: IngestProgress): IngestListener {
  return {
    rejected(file) {
      if (json) terminal.print(JSON.stringify(file));
      else terminal.warn(describeRejected(file.file, file.problems));
    },
    warned(file) {
      if (json) terminal.print(JSON.stringify(file));
      else terminal.say(describeWarned(file.file, file.warnings));
    },
    waits: (line) => terminal.warn(line),
    progress: shown.settled,
    worksOut: shown.worksOut,
  };
}

/** A summary for people. */
export function describeSummary(summary: IngestSummary, seconds: number): string {
  const { filings, events, alreadyHeld, rejected, warned } = summary;
  return (
    `${filings} filings (${events} events) appended, ${alreadyHeld} already held, ` +
    `${rejected} rejected, ${warned === 0 ? '' : `${warned} read with warnings, `}in ${seconds} s`
  );
}

/** What is in by the time of a signal, and what to do. */
export function interrupted(
  reason: unknown,
  { filings, alreadyHeld, rejected }: IngestSummary,
): unknown {
  if (!(reason instanceof Interrupted)) return reason;
  return new Interrupted(
    reason.by,
    `Stopped. Nothing is half stored: ${filings} filings of this run are in, ${alreadyHeld} were held ` +
      `already, ${rejected} rejected. Run the same command again: it goes on from there.`,
  );
}

/** Incorrect where there is nothing to ingest, or too much said. */
function checkAsked({
  paths,
  retry,
  code,
}: {
  paths: readonly string[];
  retry: boolean;
  code: string | undefined;
}): void {
  const fault =
    retry && paths.length > 0
      ? '--retry takes what was rejected before, and no path: ingest the two one after the other.'
      : !retry && paths.length === 0
        ? 'Name a file or folder, or say --retry to take again what was rejected before.'
        : !retry && code !== undefined
          ? '--code says which rejected documents --retry takes.'
          : null;
  if (fault !== null) throw new Anomaly('Incorrect', fault);
}
