import { type Database, ingest, type Rejection } from '../ledger/index.ts';
import { readDocuments } from '../sources/index.ts';
import type { SourceDocument } from '../values/index.ts';

/** What an ingest came to. */
export interface IngestSummary {
  /** Filings appended. */
  filings: number;
  /** Events appended. */
  events: number;
  alreadyHeld: number;
  rejected: number;
}

/** A document that is not in the ledger. */
export interface RejectedFile {
  readonly file: string;
  readonly problems: readonly (Rejection | { code: string; path: string; message: string })[];
}

/** How far an ingest is. A data set is one file and many documents. */
export interface IngestProgress {
  readonly documents: number;
  /** Files read to their end. */
  readonly files: number;
}

/** Whom to tell while it runs. */
export interface IngestListener {
  rejected(file: RejectedFile): void;
  progress(done: IngestProgress, summary: IngestSummary): void;
}

const DOCUMENTS_AT_ONCE = 250;
const BYTES_AT_ONCE = 16_000_000;

/** Ingests files, one transaction a few hundred documents, whatever becomes of single ones. */
export async function ingestFiles(
  database: Database,
  files: readonly string[],
  listener: IngestListener,
): Promise<IngestSummary> {
  const summary: IngestSummary = { filings: 0, events: 0, alreadyHeld: 0, rejected: 0 };
  let waiting: SourceDocument[] = [];
  let bytes = 0;
  const done = { documents: 0, files: 0 };
  const reject = (file: RejectedFile) => {
    summary.rejected += 1;
    listener.rejected(file);
  };
  const flush = async () => {
    for (const answer of await ingest(database, waiting)) {
      if (answer.outcome === 'rejected') reject({ file: answer.name, problems: answer.problems });
      else {
        if (answer.outcome === 'alreadyHeld') summary.alreadyHeld += 1;
        else summary.filings += 1;
        summary.events += answer.events;
      }
    }
    waiting = [];
    bytes = 0;
    listener.progress({ ...done }, summary);
  };
  for (const file of files) {
    for await (const document of readDocuments(file)) {
      done.documents += 1;
      if ('reason' in document) {
        reject({ file, problems: [{ code: 'UNREADABLE', path: '', message: document.reason }] });
        continue;
      }
      waiting.push(document);
      bytes += document.bytes.byteLength;
      if (waiting.length >= DOCUMENTS_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush();
    }
    done.files += 1;
  }
  await flush();
  return summary;
}
