import { type Database, ingest, type Rejection } from '../ledger/index.ts';
import { readDocument } from '../sources/index.ts';
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

/** Whom to tell while it runs. */
export interface IngestListener {
  rejected(file: RejectedFile): void;
  progress(done: number, summary: IngestSummary): void;
}

const FILES_AT_ONCE = 250;
const BYTES_AT_ONCE = 16_000_000;

/** Ingests files one transaction a few hundred, whatever becomes of single ones. */
export async function ingestFiles(
  database: Database,
  files: readonly string[],
  listener: IngestListener,
): Promise<IngestSummary> {
  const summary: IngestSummary = { filings: 0, events: 0, alreadyHeld: 0, rejected: 0 };
  let waiting: SourceDocument[] = [];
  let bytes = 0;
  let done = 0;
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
    listener.progress(done, summary);
  };
  for (const file of files) {
    const document = await readDocument(file);
    done += 1;
    if ('reason' in document) {
      reject({ file, problems: [{ code: 'UNREADABLE', path: '', message: document.reason }] });
      continue;
    }
    waiting.push(document);
    bytes += document.bytes.byteLength;
    if (waiting.length >= FILES_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush();
  }
  await flush();
  return summary;
}
