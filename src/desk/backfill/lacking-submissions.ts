import type { Queryable } from '../../database/index.ts';
import type { AccessionNumber } from '../../values/index.ts';

/**
 * Those of the numbers under which the ledger holds no submission text: nothing at all, or what a
 * data set or a page tells, which is less (docs/domain.md §2). Left out are those whose submission
 * was fetched and kept aside with its bytes: time does not mend it, `ingest --retry` takes it
 * again.
 */
export async function lackingSubmissions(
  db: Queryable,
  numbers: readonly AccessionNumber[],
): Promise<Set<AccessionNumber>> {
  if (numbers.length === 0) return new Set();
  const { rows } = await db.query<{ number: AccessionNumber }>(
    `SELECT number FROM unnest($1::text[]) asked (number)
     WHERE NOT EXISTS (SELECT FROM filing
       WHERE accession_number = asked.number AND rendition = 'submission-text')
       AND NOT EXISTS (SELECT FROM rejected_document
         WHERE accession_number = asked.number AND name LIKE '/Archives/%' AND packed IS NOT NULL)`,
    [numbers],
  );
  return new Set(rows.map(({ number }) => number));
}
