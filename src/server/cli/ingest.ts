import { findDocuments, listFiles } from '../../sources/index.ts';
import { Anomaly } from '../../values/index.ts';
import { ingestDocuments } from '../ingest-documents.ts';
import { refetching } from '../refetching.ts';
import { countKept, readAllRejected } from '../rejected.ts';
import { describeRejected, describeWarned } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** Options of `ingest`, as they stand on the command line. */
export interface IngestCommandOptions extends OutputOptions {
  /** Whether the documents that were rejected before are taken again, in place of files. */
  readonly retry?: boolean;
  /** Of these, those of one reason alone. */
  readonly code?: string;
}

/**
 * `insider-ledger ingest PATH…` or `ingest --retry`: 1 where a document was rejected; the others are in.
 */
export async function ingestCommand(
  terminal: Terminal,
  paths: readonly string[],
  { json = false, retry = false, code }: IngestCommandOptions,
): Promise<ExitStatus> {
  checkAsked({ paths, retry, code });
  const files = await listFiles(paths);
  const started = performance.now();
  const { unread, ...summary } = await withDatabase(terminal, async (database) => {
    let read = 0;
    const finished = () => {
      read += 1;
    };
    const kept = retry ? await countKept(database, code) : { withBytes: 0, unread: 0 };
    const all = files.length + kept.withBytes;
    const again = refetching(database, (line) => terminal.say(line));
    const documents = retry
      ? readAllRejected(database, { code, finished, refetched: again.refetched })
      : findDocuments(files, finished);
    const found = await ingestDocuments(database, documents, {
      rejected(file) {
        if (json) terminal.print(JSON.stringify(file));
        else terminal.say(describeRejected(file.file, file.problems));
      },
      warned(file) {
        if (json) terminal.print(JSON.stringify(file));
        else terminal.say(describeWarned(file.file, file.warnings));
      },
      waits: (line) => terminal.say(line),
      progress(count, { filings, rejected }) {
        const done = { documents: count, files: read };
        const seconds = (performance.now() - started) / 1_000;
        terminal.progress(
          `${howFar(done, all)}, ${filings} filings appended, ${rejected} rejected, ` +
            `${Math.round(done.documents / seconds)}/s${timeLeft(done, all, seconds)}`,
        );
      },
    }).finally(again.close);
    return { ...found, unread: kept.unread };
  });
  terminal.done();
  const seconds = Math.round(performance.now() - started) / 1_000;
  if (json) terminal.print(JSON.stringify({ ...summary, seconds }));
  else {
    terminal.print(
      `${summary.filings} filings (${summary.events} events) appended, ` +
        `${summary.alreadyHeld} already held, ${summary.rejected} rejected, ` +
        `${summary.warned === 0 ? '' : `${summary.warned} read with warnings, `}in ${seconds} s`,
    );
  }
  if (unread > 0) {
    terminal.say(`${unread} more were never read and have no bytes: ingest their files again.`);
  }
  return summary.rejected === 0 ? 0 : 1;
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

/** How far an ingest is. */
interface IngestProgress {
  readonly documents: number;
  /** Files read to their end. */
  readonly files: number;
}

/** A data set's documents are counted as they come: nobody knows how many there will be. */
function howFar({ documents, files }: IngestProgress, all: number): string {
  return holdsOneEach({ documents, files })
    ? `${documents} of ${all} documents`
    : `${documents} documents, ${files} of ${all} files read`;
}

function timeLeft({ documents, files }: IngestProgress, all: number, seconds: number): string {
  if (!holdsOneEach({ documents, files })) return '';
  return `, ${Math.round(((all - files) * seconds) / files)} s left`;
}

/** Whether every file so far was one document; the one being read is not counted as a file yet. */
function holdsOneEach({ documents, files }: IngestProgress): boolean {
  return files > 0 && documents - files <= 1;
}
