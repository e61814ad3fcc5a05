import { insertRows, json, type Queryable, type Row } from '../../database/index.ts';
import { accountRows } from './account-rows.ts';
import { familiesOf, type GroupLines, readGroups } from './group.ts';

/**
 * Works out anew every group that these filings have a line in, and writes what differs from what
 * is stored (of some owners alone, where they are named): accounts, entries, restated points, and
 * each line's reconciliation (docs/domain.md §5).
 */
export async function projectAccounts(
  db: Queryable,
  filingIds: readonly bigint[],
  people: readonly bigint[] | null = null,
): Promise<void> {
  if (filingIds.length === 0) return;
  const groups = await readGroups(db, filingIds, people);
  const accounts: Row[] = [];
  const entries: Row[] = [];
  for (const family of familiesOf(groups)) {
    const rows = accountRows(family);
    accounts.push(...rows.accounts);
    entries.push(...rows.entries);
  }
  await replaceRows(db, 'account', groups, accounts);
  await replaceRows(db, 'entry', groups, entries);
  await reconcileLines(
    db,
    groups.flatMap(({ lines }) => lines.map(({ position }) => position)),
  );
}

/** Gives lines what their entries agree on. */
export async function reconcileLines(db: Queryable, positions: readonly bigint[]): Promise<void> {
  if (positions.length > 0) await db.query(RECONCILE_LINES, [[...new Set(positions)]]);
}

/** What identifies rows: the primary keys. */
export const ACCOUNT_KEYS = {
  account: ['id'],
  entry: ['account_id', 'accounting_order', 'from_on', 'known_at', 'is_restated'],
} as const;

/**
 * Makes the stored rows of some groups equal to the given ones, touching only those that differ.
 */
async function replaceRows(
  db: Queryable,
  table: keyof typeof ACCOUNT_KEYS,
  groups: readonly GroupLines[],
  rows: readonly Row[],
): Promise<void> {
  const scope = [groups.map(({ personId }) => personId), groups.map(({ id }) => id)];
  const ofGroups = 't.person_id = ANY($1) AND t.group_id = ANY($2)';
  const stored = await db.query(`SELECT FROM ${table} t WHERE ${ofGroups} LIMIT 1`, scope);
  if (stored.rowCount === 0) return insertRows(db, table, rows);
  const sameKey = ACCOUNT_KEYS[table].map((column) => `w.${column} = t.${column}`).join(' AND ');
  await db.query(
    `WITH wanted AS MATERIALIZED (SELECT * FROM jsonb_populate_recordset(NULL::${table}, $3::jsonb))
     DELETE FROM ${table} t WHERE ${ofGroups} AND NOT EXISTS (
       SELECT FROM wanted w WHERE ${sameKey} AND w IS NOT DISTINCT FROM t)`,
    [...scope, json(rows)],
  );
  await insertRows(db, table, rows, `ON CONFLICT (${ACCOUNT_KEYS[table].join(', ')}) DO NOTHING`);
}

// What the entries of a line with several owners say counts where they agree.
const RECONCILE_LINES = `
  UPDATE reported_line l
  SET reconciliation = r.reconciliation, share_of_holding = r.share_of_holding
  FROM (
    SELECT p.position,
      CASE WHEN min(e.reconciliation) = max(e.reconciliation)
        THEN min(e.reconciliation) END AS reconciliation,
      CASE WHEN min(e.share_of_holding) = max(e.share_of_holding)
        AND count(e.share_of_holding) = count(e.position)
        THEN min(e.share_of_holding) END AS share_of_holding
    FROM unnest($1::bigint[]) AS p (position)
      LEFT JOIN entry e ON e.position = p.position AND NOT e.is_restated
    GROUP BY p.position
  ) r
  WHERE l.position = r.position
    AND (l.reconciliation, l.share_of_holding)
      IS DISTINCT FROM (r.reconciliation, r.share_of_holding)`;
