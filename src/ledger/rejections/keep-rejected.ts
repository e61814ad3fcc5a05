import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { SourceDocument } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';
import type { KeptProblem, Rejection } from './rejection.ts';

/** A document that was rejected. */
export interface RejectedDocument {
  readonly document: SourceDocument;
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  readonly problems: readonly Rejection[];
}

/** A document that could not even be read: its place, and why. */
export interface UnreadDocument {
  readonly name: string;
  readonly reason: string;
}

interface Kept extends Omit<SourceDocument, 'bytes'> {
  readonly hash: Buffer;
  readonly bytes: Uint8Array | null;
  readonly problems: readonly KeptProblem[];
}

/** One statement takes so many documents, or so many bytes; one document alone may have more. */
const ROWS_AT_ONCE = 2_000;
const BYTES_AT_ONCE = 16_000_000;
/** A document of a thousand bad lines says enough with these. */
const PROBLEMS_AT_MOST = 50;
const LONGEST_TEXT = 2_000;

/**
 * Keeps rejected documents aside: bytes, what their source knew of them, and the reason. One that was
 * kept before under the same bytes and accession number has one try more, and the new reason.
 */
export async function keepRejected(
  db: Queryable,
  rejected: readonly RejectedDocument[],
): Promise<void> {
  await keep(
    db,
    rejected.map(({ document, hash, problems }) => ({
      ...document,
      hash: Buffer.from(hash, 'hex'),
      problems,
    })),
  );
}

/** Keeps the names of documents that could not be read, with the reason; there are no bytes to keep. */
export async function keepUnread(db: Queryable, unread: readonly UnreadDocument[]): Promise<void> {
  await keep(
    db,
    unread.map(({ name, reason }) => ({
      name,
      hash: unreadHash(name),
      bytes: null,
      accessionNumber: null,
      filedOn: null,
      problems: [{ code: 'UNREADABLE', path: '', message: reason }],
    })),
  );
}

/** What a document without bytes is kept under. */
export function unreadHash(name: string): Buffer {
  return createHash('sha256').update(`never read: ${name}`).digest();
}

async function keep(db: Queryable, documents: readonly Kept[]): Promise<void> {
  for (const batch of batches(documents)) {
    await db.query(KEEP, [
      batch.map(({ hash }) => hash),
      batch.map(({ accessionNumber }) => accessionNumber),
      batch.map(({ name }) => storable(name)),
      batch.map(({ bytes }) => bytes?.byteLength ?? null),
      batch.map(({ bytes }) => bytes && deflateRawSync(bytes)),
      batch.map(({ filedOn }) => filedOn),
      batch.map(({ acceptedAt }) => acceptedAt ?? null),
      batch.map(({ problems }) => problems[0]?.code ?? 'UNKNOWN_RENDITION'),
      batch.map(({ problems }) => JSON.stringify(problems.slice(0, PROBLEMS_AT_MOST).map(shown))),
    ]);
  }
}

const KEEP = `
  INSERT INTO rejected_document AS kept (hash, accession_number, name, size, deflated, filed_on,
    accepted_at, code, problems, first_rejected_at, last_rejected_at)
  SELECT d.*, now(), now()
  FROM unnest($1::bytea[], $2::text[], $3::text[], $4::int[], $5::bytea[], $6::date[],
    $7::timestamptz[], $8::text[], $9::jsonb[]) d
  ON CONFLICT (hash, accession_number) DO UPDATE SET name = excluded.name,
    filed_on = coalesce(excluded.filed_on, kept.filed_on),
    accepted_at = coalesce(excluded.accepted_at, kept.accepted_at), code = excluded.code,
    problems = excluded.problems, last_rejected_at = excluded.last_rejected_at, tries = kept.tries + 1`;

/** Each key once, by its last: a statement may touch a row once. In one order, so that none wait crosswise. */
function* batches(documents: readonly Kept[]): Generator<Kept[]> {
  const keyOf = ({ hash, accessionNumber }: Kept) =>
    `${hash.toString('hex')} ${accessionNumber ?? ''}`;
  const once = new Map(documents.map((document) => [keyOf(document), document]));
  let batch: Kept[] = [];
  let bytes = 0;
  for (const [, document] of [...once].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const size = document.bytes?.byteLength ?? 0;
    if (batch.length === ROWS_AT_ONCE || (batch.length > 0 && bytes + size > BYTES_AT_ONCE)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(document);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

function shown({ code, path, message }: KeptProblem): KeptProblem {
  return { code, path: storable(path), message: storable(message) };
}

/** Text that PostgreSQL can hold, in JSON too: no NUL, no half of a surrogate pair; and of bounded length. */
function storable(text: string): string {
  const whole = Buffer.from(text.slice(0, LONGEST_TEXT)).toString();
  return whole.replaceAll('\0', '\ufffd');
}
