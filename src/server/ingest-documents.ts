import {
  type Database,
  ingest,
  type KeptProblem,
  keepUnread,
  type UnreadDocument,
} from '../ledger/index.ts';
import type { Unreadable } from '../sources/index.ts';
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
  readonly problems: readonly KeptProblem[];
}

/** Whom to tell while it runs. */
export interface IngestListener {
  rejected(file: RejectedFile): void;
  /** Told after every transaction, with the documents of which the outcome is known by then. */
  progress(documents: number, summary: IngestSummary): void;
}

const DOCUMENTS_AT_ONCE = 250;
const BYTES_AT_ONCE = 16_000_000;

/**
 * Ingests documents as a source gives them, one transaction a few hundred, whatever becomes of single
 * ones. Rejected ones are kept aside, with their reason (docs/rejected-documents.md).
 */
export async function ingestDocuments(
  database: Database,
  documents: AsyncIterable<SourceDocument | Unreadable>,
  listener: IngestListener,
): Promise<IngestSummary> {
  const summary: IngestSummary = { filings: 0, events: 0, alreadyHeld: 0, rejected: 0 };
  let waiting: SourceDocument[] = [];
  let unread: UnreadDocument[] = [];
  let bytes = 0;
  let count = 0;
  const reject = (file: RejectedFile) => {
    summary.rejected += 1;
    listener.rejected(file);
  };
  const flush = async () => {
    for (const answer of await ingest(database, waiting, { keepsRejected: true })) {
      if (answer.outcome === 'rejected') reject({ file: answer.name, problems: answer.problems });
      else {
        if (answer.outcome === 'alreadyHeld') summary.alreadyHeld += 1;
        else summary.filings += 1;
        summary.events += answer.events;
      }
    }
    // After the others of an archive that breaks off: they would have it forgotten.
    await keepUnread(database.pool, unread);
    waiting = [];
    unread = [];
    bytes = 0;
    listener.progress(count, summary);
  };
  for await (const document of documents) {
    count += 1;
    if ('reason' in document) {
      const { name: file, reason: message } = document;
      unread.push(document);
      reject({ file, problems: [{ code: 'UNREADABLE', path: '', message }] });
      continue;
    }
    waiting.push(document);
    bytes += document.bytes.byteLength;
    if (waiting.length + unread.length >= DOCUMENTS_AT_ONCE || bytes >= BYTES_AT_ONCE)
      await flush();
  }
  await flush();
  return summary;
}
