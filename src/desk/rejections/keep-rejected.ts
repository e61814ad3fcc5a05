import { createHash } from 'node:crypto';
import { NEW_PACKING, type Queryable, type SourceBytes } from '../../database/index.ts';
import type { SourceDocument } from '../../values/index.ts';
import type { Rejection } from './rejection.ts';

/** A document as it is kept aside: what its source knew of it, and its bytes where it had them. */
export interface KeptDocument {
  readonly given: Omit<SourceDocument, 'bytes'>;
  readonly source: SourceBytes | null;
}

type Rejected = KeptDocument & { readonly problems: readonly Rejection[] };

/** One statement takes so many documents, or so many bytes; one document alone may have more. */
const ROWS_AT_ONCE = 2_000;
const BYTES_AT_ONCE = 16_000_000;
/** A document of a thousand bad lines says enough with these. */
const PROBLEMS_AT_MOST = 50;
const LONGEST_TEXT = 2_000;

/**
 * Keeps rejected documents aside: bytes, what their source knew of them, and the reason; of those
 * that could not be read the name and the reason. One that was kept before under the same bytes and
 * accession number has one try more, and the new reason.
 */
export async function keepRejected(db: Queryable, rejected: readonly Rejected[]): Promise<void> {
  for (const batch of batches(rejected)) {
    await db.query(KEEP, [
      batch.map(hashOf),
      batch.map(({ given }) => given.accessionNumber),
      batch.map(({ given }) => storable(given.name)),
      batch.map(({ source }) => source?.size ?? null),
      batch.map(({ source }) => source && Buffer.from(source.packed)),
      batch.map(({ source }) => source && NEW_PACKING),
      batch.map(({ given }) => given.filedOn),
      batch.map(({ given }) => given.acceptedAt ?? null),
      batch.map(({ problems }) => problems[0]?.code ?? 'UNKNOWN_RENDITION'),
      batch.map(({ problems }) => JSON.stringify(problems.slice(0, PROBLEMS_AT_MOST).map(shown))),
    ]);
  }
}

function hashOf({ given, source }: KeptDocument): Buffer {
  return source === null ? unreadHash(given.name) : Buffer.from(source.hash, 'hex');
}

/** What a document without bytes is kept under. */
export function unreadHash(name: string): Buffer {
  return createHash('sha256').update(`never read: ${name}`).digest();
}

const KEEP = `
  INSERT INTO rejected_document AS kept (hash, accession_number, name, size, packed, packing, filed_on,
    accepted_at, code, problems, first_rejected_at, last_rejected_at)
  SELECT d.*, now(), now()
  FROM unnest($1::bytea[], $2::text[], $3::text[], $4::int[], $5::bytea[],
    $6::source_packing[], $7::date[], $8::timestamptz[], $9::text[], $10::jsonb[]) d
  ON CONFLICT (hash, accession_number) DO UPDATE SET name = excluded.name,
    filed_on = coalesce(excluded.filed_on, kept.filed_on),
    accepted_at = coalesce(excluded.accepted_at, kept.accepted_at), code = excluded.code,
    problems = excluded.problems, last_rejected_at = excluded.last_rejected_at, tries = kept.tries + 1`;

/**
 * Each key once, by its last: a statement may touch a row once. In one order, so that none wait
 * crosswise.
 */
function* batches(documents: readonly Rejected[]): Generator<Rejected[]> {
  const keyOf = (document: Rejected) =>
    `${hashOf(document).toString('hex')} ${document.given.accessionNumber ?? ''}`;
  const once = new Map(documents.map((document) => [keyOf(document), document]));
  let batch: Rejected[] = [];
  let bytes = 0;
  for (const [, document] of [...once].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const size = document.source?.packed.byteLength ?? 0;
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

function shown({ code, path, message }: Rejection): Rejection {
  return { code, path: storable(path), message: storable(message) };
}

/**
 * Text that PostgreSQL can hold, in JSON too: no NUL, no half of a surrogate pair; and of bounded
 * length.
 */
function storable(text: string): string {
  const whole = Buffer.from(text.slice(0, LONGEST_TEXT)).toString();
  return whole.replaceAll('\0', '\ufffd');
}
