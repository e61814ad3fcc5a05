import { listFiles, readFiles } from '../../sources/index.ts';
import { ingestDocuments } from '../ingest-documents.ts';
import { describeRejected } from './describe-rejected.ts';
import type { ExitStatus } from './main.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** `insider-ledger ingest PATH…`: 1 where a document was rejected; the others are in. */
export async function ingestCommand(
  terminal: Terminal,
  paths: readonly string[],
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const files = await listFiles(paths);
  const started = performance.now();
  let read = 0;
  const documents = readFiles(files, () => {
    read += 1;
  });
  const summary = await withDatabase(terminal, (database) =>
    ingestDocuments(database, documents, {
      rejected(file) {
        if (json) terminal.print(JSON.stringify(file));
        else terminal.say(describeRejected(file));
      },
      progress(count, { filings, rejected }) {
        const done = { documents: count, files: read };
        const seconds = (performance.now() - started) / 1_000;
        terminal.progress(
          `${howFar(done, files.length)}, ${filings} filings appended, ${rejected} rejected, ` +
            `${Math.round(done.documents / seconds)}/s${timeLeft(done, files.length, seconds)}`,
        );
      },
    }),
  );
  terminal.done();
  const seconds = Math.round(performance.now() - started) / 1_000;
  if (json) terminal.print(JSON.stringify({ ...summary, seconds }));
  else {
    terminal.print(
      `${summary.filings} filings (${summary.events} events) appended, ` +
        `${summary.alreadyHeld} already held, ${summary.rejected} rejected, in ${seconds} s`,
    );
  }
  return summary.rejected === 0 ? 0 : 1;
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
