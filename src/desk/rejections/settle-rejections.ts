import type { Queryable } from '../../database/index.ts';
import { type KeptDocument, keepRejected, unreadHash } from './keep-rejected.ts';
import type { Rejection } from './rejection.ts';

/** What became of a document that was to be ingested. */
export interface SettledDocument extends KeptDocument {
  /** Why it was rejected; null where the ledger has its filing. */
  readonly problems: readonly Rejection[] | null;
}

/**
 * Keeps the rejected ones of some documents aside, and forgets of the others that they ever were.
 * To be called in the transaction that appends them.
 */
export async function settleRejections(
  db: Queryable,
  settled: readonly SettledDocument[],
): Promise<void> {
  await keepRejected(
    db,
    settled.flatMap(({ problems, ...rest }) => (problems === null ? [] : [{ ...rest, problems }])),
  );
  const held = settled.filter(({ problems }) => problems === null);
  if (held.length > 0) await forget(db, held);
}

/**
 * Those of the same bytes; those never read that had the name of the document or of its archive;
 * and what EDGAR gave in place of the filing when the same address was asked before.
 */
async function forget(db: Queryable, held: readonly SettledDocument[]): Promise<void> {
  await db.query(
    `DELETE FROM rejected_document r USING unnest($1::bytea[], $2::text[]) AS held (hash, number)
     WHERE r.hash = held.hash AND r.packed IS NOT NULL
       AND (r.accession_number IS NULL OR r.accession_number = held.number)`,
    [
      held.map(({ source }) => source && Buffer.from(source.hash, 'hex')),
      held.map(({ given }) => given.accessionNumber),
    ],
  );
  const asked = held.filter(({ given: { name } }) => name.startsWith('/Archives/'));
  await db.query(
    `DELETE FROM rejected_document r USING unnest($1::text[], $2::text[]) AS held (name, number)
     WHERE r.name = held.name AND r.accession_number = held.number`,
    [asked.map(({ given }) => given.name), asked.map(({ given }) => given.accessionNumber)],
  );
  const names = new Set(held.flatMap(({ given: { name } }) => [name, archiveOf(name)]));
  await db.query('DELETE FROM rejected_document WHERE hash = ANY($1) AND packed IS NULL', [
    [...names].map(unreadHash),
  ]);
}

/**
 * What stands before the last # of a name: the file that holds the document, where it holds
 * several.
 */
function archiveOf(name: string): string {
  return name.replace(/#[^#]*$/, '');
}
