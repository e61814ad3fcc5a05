import type { Database } from '../../database/index.ts';
import type { Rejection } from '../../desk/index.ts';
import { encode, type Problem } from '../../parser/index.ts';
import {
  type AccessionNumber,
  Anomaly,
  type Instant,
  type MaybePromise,
  newYorkDate,
  type SourceDocument,
} from '../../values/index.ts';
import { ingestPrepared } from './ingest.ts';
import { type PreparedDocument, prepareDocument, type RejectedDocument } from './prepare.ts';

/** A document that somebody sends, with what they know of it from elsewhere. */
export interface Submission {
  /** The document's text, in any rendition. */
  readonly document: string;
  readonly accessionNumber: AccessionNumber | null;
  /** When EDGAR accepted it. */
  readonly filedAt: Instant | null;
}

/** What became of a submission. */
export type Submitted =
  | {
      readonly outcome: 'appended' | 'alreadyHeld';
      /** Position of its FilingReceived. */
      readonly filingId: bigint;
      /** Of the events appended; where the ledger had the filing, of all the filing's events. */
      readonly positions: readonly bigint[];
      /** Doubts of the reading of this document. */
      readonly warnings: readonly Problem[];
    }
  | { readonly outcome: 'rejected'; readonly problems: readonly Rejection[] };

/** What parses a document, in another thread perhaps. */
export type Prepare = (
  document: SourceDocument,
) => MaybePromise<PreparedDocument | RejectedDocument>;

/** The largest document taken, in bytes; larger ones go by the command line. */
export const LARGEST_SUBMISSION = 5_000_000;

/** EDGAR began in 1993. */
const EDGAR_BEGAN = '1993-01-01T00:00:00.000Z';
/** How far the clock of whoever submits may be ahead. */
const SKEW_MS = 600_000;

/**
 * Appends one document by the rules of `ingest`; again, and it changes nothing. What the document
 * says of its number and times itself comes first; of the acceptance time, what `filedAt` says is
 * taken where it says nothing (docs/domain.md §3). Incorrect where `filedAt` cannot be, the number
 * given is not the one in the document, or the ledger holds other content under it.
 */
export async function submitFiling(
  database: Pick<Database, 'pool'>,
  { document, accessionNumber, filedAt }: Submission,
  now: Instant,
  prepare: Prepare = (source) => prepareDocument(source),
): Promise<Submitted> {
  checkFiledAt(filedAt, now);
  const bytes = encode(document);
  if (bytes.byteLength > LARGEST_SUBMISSION) {
    const message = `More than ${LARGEST_SUBMISSION} bytes; use the command line.`;
    return { outcome: 'rejected', problems: [{ code: 'TOO_LARGE', path: '1:1', message }] };
  }
  const source = {
    name: 'document',
    bytes,
    accessionNumber,
    filedOn: filedAt && newYorkDate(filedAt),
    acceptedAt: filedAt,
  };
  const prepared = await prepare(source);
  const isPrepared = prepared.outcome === 'prepared';
  const number = isPrepared ? prepared.received.reading.filing.accessionNumber : null;
  if (number !== null && accessionNumber !== null && number !== accessionNumber) {
    throw incorrect('accessionNumber', `the document itself says ${number}.`);
  }
  const warnings = isPrepared ? prepared.warnings : [];
  const [answer] = await ingestPrepared(database, [prepared]);
  if (answer === undefined) throw new Anomaly('Fault', 'A document without an outcome.');
  if (answer.outcome === 'rejected') {
    const conflict = answer.problems.find(({ code }) => code === 'CONFLICT');
    if (conflict !== undefined) throw incorrect('document', conflict.message);
    return { outcome: 'rejected', problems: answer.problems };
  }
  const { outcome, filingId, events } = answer;
  if (outcome === 'alreadyHeld') {
    return { outcome, filingId, positions: await positionsOf(database, filingId), warnings };
  }
  // One transaction holds the ledger from the first of them to the last.
  const positions = Array.from({ length: events }, (_, index) => filingId + BigInt(index));
  return { outcome, filingId, positions, warnings };
}

function checkFiledAt(filedAt: Instant | null, now: Instant): void {
  if (filedAt === null) return;
  if (filedAt < EDGAR_BEGAN) throw incorrect('filedAt', 'EDGAR took no filings before 1993.');
  if (Date.parse(filedAt) > Date.parse(now) + SKEW_MS) {
    throw incorrect('filedAt', `${filedAt} is yet to come.`);
  }
}

async function positionsOf({ pool }: Pick<Database, 'pool'>, filingId: bigint): Promise<bigint[]> {
  const { rows } = await pool.query<{ position: bigint }>(
    'SELECT position FROM ledger_event WHERE filing_id = $1 ORDER BY position',
    [filingId],
  );
  return rows.map(({ position }) => position);
}

function incorrect(field: keyof Submission, message: string): Anomaly {
  return new Anomaly('Incorrect', `input.${field}: ${message}`);
}
