import { databaseFault } from '../database/index.ts';
import type { Rejection } from '../desk/index.ts';
import { catchUp, ingestPrepared } from '../ledger/index.ts';
import type { Problem } from '../parser/index.ts';
import { ledgerPositions } from '../reads/index.ts';
import { Anomaly } from '../values/index.ts';
import { patiently, type RevivableDatabase } from './patience.ts';
import { type Given, type PreparedChunk, prepareInThreads } from './preparing/index.ts';

/** What an ingest came to. */
export interface IngestSummary {
  /** Filings appended. */
  filings: number;
  /** Events appended. */
  events: number;
  alreadyHeld: number;
  rejected: number;
  /** Filings appended whose document was read with warnings (docs/explanation/parser.md). */
  warned: number;
}

/** A document that is not in the ledger. */
export interface RejectedFile {
  readonly file: string;
  readonly problems: readonly Rejection[];
}

/** A document whose filing was appended, read with doubts. */
export interface WarnedFile {
  readonly file: string;
  readonly warnings: readonly Problem[];
}

/** Whom to tell while it runs. */
export interface IngestListener {
  rejected(file: RejectedFile): void;
  warned?(file: WarnedFile): void;
  /** Called after every transaction, with the documents of which the outcome is known by then. */
  progress(documents: number, summary: IngestSummary): void;
  /** Called at the end of a large ingest, before accounts are worked out that were left for it. */
  worksOut?(): void;
  /** Called with a line for people: that the database is gone and is waited for. */
  waits?(line: string): void;
}

/** What one transaction takes at most; a chunk is never split. */
const DOCUMENTS_AT_ONCE = 768;
const BYTES_AT_ONCE = 64_000_000;
/**
 * From so many filings of somebody who is new on, to work accounts out once, at the end, takes less
 * than to work them out with each of the filings (docs/decisions/0030).
 */
const FILINGS_TO_LEAVE = 8;

/**
 * Ingests documents as a source gives them, whatever becomes of single ones: threads parse, one
 * transaction after the other appends some hundreds, and while it does the next are parsed.
 * Rejected ones are kept aside, with their reason (docs/guides/rejected-documents.md).
 *
 * Where the database is lost it is waited for, and the transaction done again: one that was
 * committed all the same changes nothing, and its filings count as held. Unavailable, with what to
 * do, where it does not come back, cannot be written to, or its disk is full; what was committed
 * before is in. Once `stop` is aborted no further transaction begins, and the summary is of those
 * that were committed.
 */
export async function ingestDocuments(
  database: RevivableDatabase,
  documents: AsyncIterable<Given>,
  listener: IngestListener,
  stop?: AbortSignal,
): Promise<IngestSummary> {
  const summary: IngestSummary = { filings: 0, events: 0, alreadyHeld: 0, rejected: 0, warned: 0 };
  let count = 0;
  // The last position before what this run appends.
  let newSince: bigint | null = null;
  let isLarge = false;
  const warn = (document: PreparedChunk[number] | undefined) => {
    if (document?.outcome !== 'prepared' || document.warnings.length === 0) return;
    summary.warned += 1;
    listener.warned?.({ file: document.name, warnings: document.warnings });
  };
  const append = async (batch: PreparedChunk) => {
    const leaving = newSince === null ? null : { newSince, filings: FILINGS_TO_LEAVE };
    isLarge = leaving !== null;
    const work = () => ingestPrepared(database, batch, { keepsRejected: true, leaving });
    const waits = (line: string) => listener.waits?.(line);
    const answers = await patiently(database, work, waits, { stop }).catch((error: unknown) => {
      if (stop?.aborted) return [];
      throw stopped(error, summary);
    });
    for (const [index, answer] of answers.entries()) {
      if (answer.outcome === 'rejected') {
        summary.rejected += 1;
        listener.rejected({ file: answer.name, problems: answer.problems });
        continue;
      }
      if (answer.outcome === 'alreadyHeld') summary.alreadyHeld += 1;
      else {
        newSince ??= answer.filingId - 1n;
        summary.filings += 1;
        warn(batch[index]);
      }
      summary.events += answer.events;
    }
    count += answers.length;
    listener.progress(count, summary);
  };
  let appending = Promise.resolve();
  for await (const batch of batchesOf(prepareInThreads(documents))) {
    await appending;
    if (stop?.aborted) break;
    appending = append(batch);
    // The caller handles the rejection; this prevents an unhandledRejection.
    appending.catch(() => undefined);
  }
  await appending;
  if (isLarge) await workOut(database, listener, stop);
  return summary;
}

/** Works out the accounts that were left for the end, of an ingest that is stopped too. */
async function workOut(
  database: RevivableDatabase,
  listener: IngestListener,
  stop: AbortSignal | undefined,
): Promise<void> {
  const waits = (line: string) => listener.waits?.(line);
  const work = async () => {
    const { head, projectedTo } = await ledgerPositions(database.pool);
    if (head === projectedTo) return;
    listener.worksOut?.();
    await catchUp(database);
  };
  await patiently(database, work, waits, { stop }).catch((error: unknown) => {
    if (!stop?.aborted) throw error;
  });
}

function sizeOf(document: PreparedChunk[number]): number {
  return document.source?.size ?? 0;
}

/** What a source gave before it failed is in before the failure is thrown. */
async function* batchesOf(chunks: AsyncIterable<PreparedChunk>): AsyncGenerator<PreparedChunk> {
  let batch: PreparedChunk[number][] = [];
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      batch.push(...chunk);
      bytes += chunk.reduce((sum, document) => sum + sizeOf(document), 0);
      if (batch.length < DOCUMENTS_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  } catch (error) {
    if (batch.length > 0) yield batch;
    throw error;
  }
  if (batch.length > 0) yield batch;
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
