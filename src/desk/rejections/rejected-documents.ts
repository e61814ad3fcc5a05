import { type Packing, type Queryable, unpackSource } from '../../database/index.ts';
import type { SourceDocument } from '../../values/index.ts';

interface Row extends Omit<SourceDocument, 'bytes'> {
  readonly size: number;
  readonly packed: Buffer;
  readonly packing: Packing;
}

/** The documents kept aside under these ids, as their source gave them; those never read are left out. */
export async function rejectedDocuments(
  db: Queryable,
  ids: readonly bigint[],
): Promise<SourceDocument[]> {
  const { rows } = await db.query<Row>(
    `SELECT name, size, packed, packing, accession_number AS "accessionNumber", filed_on AS "filedOn",
       accepted_at AS "acceptedAt"
     FROM rejected_document WHERE id = ANY($1) AND packed IS NOT NULL ORDER BY id`,
    [ids],
  );
  return rows.map(({ size, packed, packing, ...known }) => ({
    ...known,
    bytes: unpackSource(packed, packing, size),
  }));
}
