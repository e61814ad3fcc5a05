import { type Database, ingestPrepared, type Rejection } from '../ledger/index.ts';
import { type Given, type PreparedChunk, prepareInThreads } from './preparing/index.ts';

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
  readonly problems: readonly Rejection[];
}

/** Whom to tell while it runs. */
export interface IngestListener {
  rejected(file: RejectedFile): void;
  /** Told after every transaction, with the documents of which the outcome is known by then. */
  progress(documents: number, summary: IngestSummary): void;
}

/** What one transaction takes at most; a chunk is never split. */
const DOCUMENTS_AT_ONCE = 2_000;
const BYTES_AT_ONCE = 64_000_000;

/**
 * Ingests documents as a source gives them, whatever becomes of single ones: threads parse, one
 * transaction after the other appends up to two thousand, and while it does the next are parsed.
 */
export async function ingestDocuments(
  database: Database,
  documents: AsyncIterable<Given>,
  listener: IngestListener,
): Promise<IngestSummary> {
  const summary: IngestSummary = { filings: 0, events: 0, alreadyHeld: 0, rejected: 0 };
  let count = 0;
  const append = async (batch: PreparedChunk) => {
    for (const answer of await ingestPrepared(database, batch)) {
      if (answer.outcome === 'rejected') {
        summary.rejected += 1;
        listener.rejected({ file: answer.name, problems: answer.problems });
        continue;
      }
      if (answer.outcome === 'alreadyHeld') summary.alreadyHeld += 1;
      else summary.filings += 1;
      summary.events += answer.events;
    }
    count += batch.length;
    listener.progress(count, summary);
  };
  let appending = Promise.resolve();
  for await (const batch of batchesOf(prepareInThreads(documents))) {
    await appending;
    appending = append(batch);
    // Whoever waits for it hears of what went wrong, not the process before.
    appending.catch(() => undefined);
  }
  await appending;
  return summary;
}

function sizeOf(document: PreparedChunk[number]): number {
  return document.outcome === 'rejected' ? 0 : document.source.size;
}

async function* batchesOf(chunks: AsyncIterable<PreparedChunk>): AsyncGenerator<PreparedChunk> {
  let batch: PreparedChunk[number][] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    batch.push(...chunk);
    bytes += chunk.reduce((sum, document) => sum + sizeOf(document), 0);
    if (batch.length < DOCUMENTS_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
