import { inflateRawSync } from 'node:zlib';
import type { SourceDocument } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';

interface Row extends Omit<SourceDocument, 'bytes'> {
  readonly size: number;
  readonly deflated: Buffer;
}

/** The documents kept aside under these ids, as their source gave them; those never read are left out. */
export async function rejectedDocuments(
  db: Queryable,
  ids: readonly bigint[],
): Promise<SourceDocument[]> {
  const { rows } = await db.query<Row>(
    `SELECT name, size, deflated, accession_number AS "accessionNumber", filed_on AS "filedOn",
       accepted_at AS "acceptedAt"
     FROM rejected_document WHERE id = ANY($1) AND deflated IS NOT NULL ORDER BY id`,
    [ids],
  );
  return rows.map(({ size, deflated, ...known }) => ({
    ...known,
    bytes: inflateRawSync(deflated, { maxOutputLength: Math.max(size, 1) }),
  }));
}
