import type { Queryable } from '../../../database/index.ts';
import { CELLS } from '../duplicate-reports.ts';
import type { LineRow } from '../filing-rows.ts';

/**
 * The filings among whose lines one may tell again what another filing tells: one of an issuer that
 * the ledger had before, or that agrees in every cell with a line of another of these filings. To
 * be asked before they are written; most issuers of a bulk are new, and their lines need not be
 * looked for.
 */
export async function findPossibleDuplicates(
  db: Queryable,
  lines: readonly LineRow[],
): Promise<bigint[]> {
  const issuers = [...new Set(lines.map(({ issuer_id: issuer }) => issuer))];
  const { rows } = await db.query<{ id: bigint }>(
    `SELECT id FROM unnest($1::bigint[]) AS i (id)
     WHERE EXISTS (SELECT FROM filing f WHERE f.issuer_id = i.id)`,
    [issuers],
  );
  const held = new Set(rows.map(({ id }) => id));
  const first = new Map<string, bigint>();
  const found = new Set<bigint>();
  for (const line of lines) {
    if (held.has(line.issuer_id)) {
      found.add(line.filing_id);
      continue;
    }
    const alike = [line.issuer_id, line.security_class, line.effective_on]
      .concat(CELLS.map((cell) => line[cell]) as string[])
      .join('\t');
    const filing = first.get(alike);
    if (filing === undefined) first.set(alike, line.filing_id);
    else if (filing !== line.filing_id) found.add(filing).add(line.filing_id);
  }
  return [...found];
}
