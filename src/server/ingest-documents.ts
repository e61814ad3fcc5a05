import {
  databaseFault,
  ingest,
  type KeptProblem,
  keepUnread,
  type UnreadDocument,
} from '../ledger/index.ts';
import type { Unreadable } from '../sources/index.ts';
import { Anomaly, type SourceDocument } from '../values/index.ts';
import { patiently, type RevivableDatabase } from './patience.ts';

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
  /** Told, in a line for people, that the database is gone and is waited for. */
  waits?(line: string): void;
}

const DOCUMENTS_AT_ONCE = 250;
const BYTES_AT_ONCE = 16_000_000;

/**
 * Ingests documents as a source gives them, one transaction a few hundred, whatever becomes of single
 * ones. Rejected ones are kept aside, with their reason (docs/rejected-documents.md).
 *
 * Where the database is lost it is waited for, and the transaction done again: one that was committed all
 * the same changes nothing, and its filings count as held. Unavailable, with what to do, where it does not
 * come back, cannot be written to, or its disk is full; what was committed before is in.
 */
export async function ingestDocuments(
  database: RevivableDatabase,
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
  const store = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await patiently(database, work, (line) => listener.waits?.(line));
    } catch (error) {
      throw stopped(error, summary);
    }
  };
  const flush = async () => {
    const answers = await store(() => ingest(database, waiting, { keepsRejected: true }));
    for (const answer of answers) {
      if (answer.outcome === 'rejected') reject({ file: answer.name, problems: answer.problems });
      else {
        if (answer.outcome === 'alreadyHeld') summary.alreadyHeld += 1;
        else summary.filings += 1;
        summary.events += answer.events;
      }
    }
    // After the others of an archive that breaks off: they would have it forgotten.
    await store(() => keepUnread(database.pool, unread));
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

/** What to tell where the database ends an ingest; any other failure as it is. */
function stopped(error: unknown, { filings, alreadyHeld }: IngestSummary): unknown {
  const fault = databaseFault(error);
  const isGone = error instanceof Anomaly && error.category === 'Unavailable';
  if (fault === null && !isGone) return error;
  const what = isGone ? error.message.trim() : `${fault?.what}.`;
  const message =
    `${what}\nNothing is half stored: ${filings} filings of this run are in, ${alreadyHeld} were held ` +
    `already. Run the same command again once ${fault?.remedy ?? 'the database is back'}: it goes on from there.`;
  return new Anomaly('Unavailable', message, { cause: error });
}
