import {
  type ChangedTable,
  insertRows,
  type Queryable,
  type Row,
  type Step,
  updateRows,
  writeTables,
} from '../../database/index.ts';
import type { EntryRow } from './account-rows.ts';
import { ACCOUNT_KEYS, type AccountPlan, type Agreed, agreed } from './accounts.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';
import { endSteps } from './family-ends.ts';
import { FILING_MARKS } from './filing-rows.ts';
import { noteLater } from './later.ts';
import { LINE_MARKS, type LineRow } from './line-rows.ts';
import { type foldNames, NAME_KEYS } from './names.ts';
import type { Plan } from './project.ts';
import { RELATIONSHIP_KEY } from './relationships.ts';

/** What is written: a plan, and up to where the projections hold all; null while they do not. */
interface Written {
  readonly plan: Plan;
  readonly position: bigint | null;
}

/** Writes all that the events up to a position have changed; each row once, as it stays. */
export async function writePlan(
  db: Queryable,
  changed: ChangedFilings,
  { plan: { names, relationships, accounts }, position }: Written,
): Promise<void> {
  await noteLater(db, changed);
  const agreement = agreed(accounts.stated);
  const after = changed.after.map((rows) => ({
    ...rows,
    lines: rows.lines.map((line) => ({ ...line, ...(agreement.get(line.position) ?? NOTHING) })),
  }));
  const own = new Set(after.flatMap(({ lines }) => lines.map((line) => line.position)));
  const others = [...accounts.reassigned].filter((line) => !own.has(line));
  const restated = await restatedLines(db, accounts, others);
  await replaceFilings(db, changed, after);
  await writeResolved(db, changed);
  await writeTables(
    db,
    [
      ...nameTables(names),
      ...filingTables(changed, after),
      ...accountTables(accounts),
      relationshipTable(relationships),
      restated,
    ],
    [...endSteps(accounts.ends), ...(position === null ? [] : [heldUpTo(position)])],
  );
}

const NOTHING: Agreed = { reconciliation: null, share_of_holding: null };

/** Writes what filings and names become, where nothing else is there yet. */
export async function writeFilings(
  db: Queryable,
  changed: ChangedFilings,
  names: ReturnType<typeof foldNames> | null,
): Promise<void> {
  await replaceFilings(db, changed, changed.after);
  const tables = filingTables(changed, changed.after);
  await writeTables(db, [...(names === null ? [] : nameTables(names)), ...tables]);
  await writeResolved(db, changed);
}

/** Writes accounts and relationships where there are none yet, and what lines say of them. */
export async function writeAccounts(
  db: Queryable,
  { accounts, relationships }: Pick<Plan, 'accounts' | 'relationships'>,
): Promise<void> {
  const restated = await restatedLines(db, accounts, [...accounts.reassigned]);
  await writeTables(db, [...accountTables(accounts), relationshipTable(relationships), restated]);
}

/** Writes what lines say that some people have lost, by the entries that others have. */
export async function writeLost(db: Queryable, lines: readonly bigint[]): Promise<void> {
  const { table, key, other } = await restatedLines(db, { stated: [], groups: [] }, lines);
  await updateRows(db, table, key, other);
}

function nameTables(names: ReturnType<typeof foldNames>): ChangedTable[] {
  return (Object.keys(NAME_KEYS) as (keyof typeof NAME_KEYS)[]).map((table) => ({
    table,
    key: NAME_KEYS[table],
    ...names[table],
  }));
}

function accountTables({ account, entry }: AccountPlan): ChangedTable[] {
  return [
    { table: 'account', key: ACCOUNT_KEYS.account, ...together(account) },
    { table: 'entry', key: ACCOUNT_KEYS.entry, ...together(entry) },
  ];
}

function relationshipTable(changes: ChangedRows<Row>): ChangedTable {
  return { table: 'relationship', key: RELATIONSHIP_KEY, ...changes };
}

function together(changes: readonly ChangedRows<Row>[]): ChangedRows<Row> {
  return {
    gone: changes.flatMap(({ gone }) => gone),
    other: changes.flatMap(({ other }) => other),
    added: changes.flatMap(({ added }) => added),
  };
}

/** What lines become by what their entries agree on, those of other families included. */
async function restatedLines(
  db: Queryable,
  { stated, groups }: Pick<AccountPlan, 'stated' | 'groups'>,
  positions: readonly bigint[],
): Promise<ChangedTable> {
  const lines = { table: 'reported_line', key: ['position'], gone: [], added: [] } as const;
  if (positions.length === 0) return { ...lines, other: [] };
  const { rows: elsewhere } = await db.query<Pick<EntryRow, 'position' | keyof Agreed>>(
    `SELECT position, reconciliation, share_of_holding FROM entry
     WHERE position = ANY($1) AND NOT is_restated AND group_id <> ALL($2)`,
    [positions, groups],
  );
  const wanted = new Set(positions);
  const own = stated.filter(({ position }) => wanted.has(position));
  const agreement = agreed([...own, ...elsewhere]);
  const other = positions.map((position) => {
    return { position, ...(agreement.get(position) ?? NOTHING) };
  });
  return { ...lines, other };
}

/** The cells of stored rows that other filings may change. */
const CELLS = {
  filing: ['id', 'issuer_id', ...FILING_MARKS],
  filing_owner: ['filing_id', 'ordinal', 'person_id', 'issuer_id'],
  reported_line: ['position', 'issuer_id', 'flags', ...LINE_MARKS],
} as const;

/**
 * The rows of filings: new ones, those whose documents say more, and of others the cells that
 * changed.
 */
function filingTables(changed: ChangedFilings, after: readonly FilingRows[]): ChangedTable[] {
  const made = after.filter(({ filing }) => changed.isMade(filing.id));
  const fresh = made.filter(({ filing }) => changed.stored(filing.id) === undefined);
  const others = after.filter(({ filing }) => !changed.isMade(filing.id));
  const before = others.flatMap(({ filing }) => changed.stored(filing.id) ?? []);
  const cells = (
    table: keyof typeof CELLS,
    of: (rows: FilingRows) => readonly Row[],
    added: readonly Row[],
  ): ChangedTable => {
    const narrow = (rows: readonly FilingRows[]) =>
      rows
        .flatMap(of)
        .map((row) => Object.fromEntries(CELLS[table].map((cell) => [cell, row[cell]])));
    const key = table === 'filing_owner' ? CELLS[table].slice(0, 2) : CELLS[table].slice(0, 1);
    const { other } = changedRows(narrow(before), narrow(others), key);
    return { table, key, gone: [], other, added };
  };
  const ownersOf = ({ owners }: FilingRows) => owners;
  const linesOf = ({ lines }: FilingRows) => lines;
  return [
    cells(
      'filing',
      ({ filing }) => [filing],
      fresh.map(({ filing }) => filing),
    ),
    cells('filing_owner', ownersOf, made.flatMap(ownersOf)),
    cells('reported_line', linesOf, fresh.flatMap(linesOf)),
    {
      table: 'former_identity',
      key: ['filing_id', 'from_id'],
      gone: [],
      other: [],
      added: made.flatMap(({ former }) => former),
    },
  ];
}

/** Puts filings of which more is known in the place of their rows, but those of their owners. */
async function replaceFilings(
  db: Queryable,
  changed: ChangedFilings,
  after: readonly FilingRows[],
): Promise<void> {
  const again = after.filter(
    ({ filing: { id } }) => changed.isMade(id) && changed.stored(id) !== undefined,
  );
  const ids = again.map(({ filing }) => filing.id);
  if (ids.length === 0) return;
  for (const table of ['filing_owner', 'former_identity']) {
    await db.query(`DELETE FROM ${table} WHERE filing_id = ANY($1)`, [ids]);
  }
  await updateRows(
    db,
    'filing',
    ['id'],
    again.map(({ filing }) => filing),
  );
  await db.query('DELETE FROM reported_line WHERE filing_id = ANY($1)', [ids]);
  await insertRows(
    db,
    'reported_line',
    again.flatMap(({ lines }): readonly LineRow[] => lines),
  );
}

/** Notes whom provisional ids stand for; one that stands for itself is not noted. */
async function writeResolved(db: Queryable, { resolved }: ChangedFilings): Promise<void> {
  if (resolved.size === 0) return;
  await db.query('DELETE FROM resolved_identity WHERE from_id = ANY($1)', [[...resolved.keys()]]);
  const rows = [...resolved].filter(([from, { to }]) => from !== to);
  await db.query(
    `INSERT INTO resolved_identity (from_id, to_id, position)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])`,
    [
      rows.map(([from]) => from),
      rows.map(([, { to }]) => to),
      rows.map(([, { position }]) => position),
    ],
  );
}

/** Notes that the projections hold the events up to a position. */
export function heldUpTo(position: bigint): Step {
  return { text: 'UPDATE projection_checkpoint SET position = $1::bigint', values: [position] };
}
