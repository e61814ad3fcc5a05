import { type Records, unpackSource } from '../../database/index.ts';
import { type AccessionNumber, instantOf, type SourceDocument } from '../../values/index.ts';
import { dateOf } from './list-rejected.ts';

/**
 * The documents kept aside under these ids, as their source gave them; those never read are left
 * out.
 */
export async function rejectedDocuments(
  { rejectedDocument }: Records,
  ids: readonly bigint[],
): Promise<SourceDocument[]> {
  const rows = await rejectedDocument.findMany({
    where: { id: { in: [...ids] }, size: { not: null } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ name, size, packed, packing, filedOn, acceptedAt, accessionNumber }) => {
    if (size === null || packed === null || packing === null) return [];
    return {
      name,
      accessionNumber: accessionNumber as AccessionNumber | null,
      filedOn: dateOf(filedOn),
      acceptedAt: acceptedAt && instantOf(acceptedAt),
      bytes: unpackSource(packed, packing, size),
    };
  });
}
