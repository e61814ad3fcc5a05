import type { Database } from '../../src/database/index.ts';
import { holdingsPage } from '../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../src/values/index.ts';

/**
 * Every holding of a ledger at a viewpoint, named by what does not depend on the order of arrival:
 * CIKs or provisional ids, account, and the source line by its filing and its place there.
 */
export async function holdingsOfAll(
  database: Database,
  asOf: string,
  knownAt: string,
): Promise<string[]> {
  const rows = await holdingsPage(
    database.pool,
    { asOf: asOf as CalendarDate, knownAt: knownAt as Instant },
    { statuses: ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] },
    { limit: 1_000_000, after: null },
  );
  const sources = await database.pool.query<{ position: bigint; source: string }>(
    `SELECT l.position, f.order_key || ' ' || l.security_table || ' ' || l.line AS source
     FROM reported_line l JOIN filing f ON f.id = l.filing_id`,
  );
  const sourceOf = new Map(sources.rows.map(({ position, source }) => [position, source]));
  return rows
    .map(({ position, ...row }) => {
      const values = { ...row, source: sourceOf.get(position) };
      return JSON.stringify(values, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      );
    })
    .sort();
}
