import { accountEntries, assignAccounts, balancePoints, type Entry } from '../accounts/index.ts';
import { insertRows, json, type Queryable, type Row } from '../database/index.ts';
import { provisionalId } from '../decisions/index.ts';
import { type GroupLines, readGroups } from './group.ts';

/**
 * Works out anew every group that these filings have a line in, and writes what differs from what is
 * stored (of some owners alone, where they are named): accounts, entries, restated points, and each line's reconciliation (docs/domain.md §5).
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
  for (const group of groups) {
    for (const { account, rows } of accountRows(group)) {
      accounts.push(account);
      entries.push(...rows);
    }
  }
  await replaceRows(db, 'account', groups, accounts);
  await replaceRows(db, 'entry', groups, entries);
  const positions = new Set(groups.flatMap(({ lines }) => lines.map(({ position }) => position)));
  await db.query(RECONCILE_LINES, [[...positions]]);
}

function accountRows(group: GroupLines): { account: Row; rows: Row[] }[] {
  const { id: groupId, personId, issuerId } = group;
  return accountEntries(assignAccounts(group.lines))
    .filter(({ entries }) => entries.length > 0)
    .map(({ key, entries }) => {
      const id = provisionalId(['account', String(groupId), ...Object.values(key).map(String)]);
      const account = {
        id,
        group_id: groupId,
        person_id: personId,
        issuer_id: issuerId,
        security_table: group.table,
        security_class: group.securityClass,
        conversion_or_exercise_price: key.conversionOrExercisePrice,
        expires_on: key.expiresOn,
        underlying_class: key.underlyingClass,
        ownership: key.ownership,
        nature: key.nature,
        distinction: key.distinction,
      };
      const owner = { account_id: id, person_id: personId, issuer_id: issuerId, group_id: groupId };
      const rows = withPoints(entries).map((row) => ({ ...owner, ...row }));
      return { account, rows };
    });
}

/** Rows of an account's entries and restated points; mostly nothing earlier is effective later. */
function withPoints(entries: readonly Entry[]): Row[] {
  let latest = '';
  return entries.flatMap((entry, index) => {
    const isLate = entry.effectiveOn < latest;
    if (!isLate) latest = entry.effectiveOn;
    return entryRows(entry, isLate ? entries.slice(0, index) : []);
  });
}

function entryRows(entry: Entry, earlier: readonly Entry[]): Row[] {
  const points = balancePoints(entry, earlier);
  const shared = {
    accounting_order: entry.accountingOrder,
    superseded_at: entry.supersededAt,
    place: entry.place,
    position: entry.position,
    unit: entry.unit,
    reconciliation: entry.reconciliation,
    difference: entry.difference,
    evidence: entry.evidence,
  };
  // Where a balance is restated the line's own row answers no viewpoint: it stays for the history.
  const isRestated = points.length > 1;
  const own = {
    ...shared,
    from_on: entry.effectiveOn,
    known_at: entry.knownAt,
    known_to: isRestated ? entry.knownAt : entry.supersededAt,
    is_restated: false,
    change: entry.change,
    amount: entry.amount,
    is_derived: entry.derived,
  };
  if (!isRestated) return [own];
  return [
    own,
    ...points.map((point) => ({
      ...shared,
      from_on: point.from,
      known_at: point.knownAt,
      known_to: point.knownTo,
      is_restated: true,
      change: null,
      amount: point.amount,
      is_derived: point.derived,
    })),
  ];
}

const KEYS = {
  account: ['id'],
  entry: ['account_id', 'accounting_order', 'from_on', 'known_at', 'is_restated'],
} as const;

/** Makes the stored rows of some groups equal to the given ones, touching only those that differ. */
async function replaceRows(
  db: Queryable,
  table: keyof typeof KEYS,
  groups: readonly GroupLines[],
  rows: readonly Row[],
): Promise<void> {
  const scope = [groups.map(({ personId }) => personId), groups.map(({ id }) => id)];
  const ofGroups = 't.person_id = ANY($1) AND t.group_id = ANY($2)';
  const stored = await db.query(`SELECT FROM ${table} t WHERE ${ofGroups} LIMIT 1`, scope);
  if (stored.rowCount === 0) return insertRows(db, table, rows);
  const sameKey = KEYS[table].map((column) => `w.${column} = t.${column}`).join(' AND ');
  await db.query(
    `WITH wanted AS MATERIALIZED (SELECT * FROM jsonb_populate_recordset(NULL::${table}, $3::jsonb))
     DELETE FROM ${table} t WHERE ${ofGroups} AND NOT EXISTS (
       SELECT FROM wanted w WHERE ${sameKey} AND w IS NOT DISTINCT FROM t)`,
    [...scope, json(rows)],
  );
  await insertRows(db, table, rows, `ON CONFLICT (${KEYS[table].join(', ')}) DO NOTHING`);
}

// A line of several owners has one reconciliation where they agree, none where they do not.
const RECONCILE_LINES = `
  UPDATE reported_line l SET reconciliation = r.reconciliation
  FROM (
    SELECT p.position, CASE WHEN min(e.reconciliation) = max(e.reconciliation)
      THEN min(e.reconciliation) END AS reconciliation
    FROM unnest($1::bigint[]) AS p (position)
      LEFT JOIN entry e ON e.position = p.position AND NOT e.is_restated
    GROUP BY p.position
  ) r
  WHERE l.position = r.position AND l.reconciliation IS DISTINCT FROM r.reconciliation`;
