import {
  deleteRows,
  insertRows,
  type Queryable,
  type Row,
  type Table,
  updateRows,
} from '../../database/index.ts';
import type { EntryRow } from './account-rows.ts';
import { ACCOUNT_KEYS, type AccountPlan, type Agreed, agreed } from './accounts.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';
import { writeFamilyEnds } from './family-ends.ts';
import { FILING_MARKS, LINE_MARKS, type LineRow } from './filing-rows.ts';
import { type foldNames, NAME_KEYS } from './names.ts';
import type { Plan } from './project.ts';
import { RELATIONSHIP_KEY } from './relationships.ts';

/** Writes all that events have changed; each row once, as it stays. */
export async function writePlan(
  db: Queryable,
  changed: ChangedFilings,
  { names, relationships, accounts }: Plan,
): Promise<void> {
  const agreement = agreed(accounts.stated);
  const after = changed.after.map((rows) => ({
    ...rows,
    lines: rows.lines.map((line) => ({ ...line, ...(agreement.get(line.position) ?? NOTHING) })),
  }));
  await writeNames(db, names);
  await writeFilings(db, changed, after);
  await writeAccounts(db, accounts);
  await writeRelationships(db, relationships);
  const own = new Set(after.flatMap(({ lines }) => lines.map(({ position }) => position)));
  await restateLines(
    db,
    accounts,
    [...accounts.reassigned].filter((position) => !own.has(position)),
  );
}

const NOTHING: Agreed = { reconciliation: null, share_of_holding: null };

/** Writes the rows of names. */
export async function writeNames(
  db: Queryable,
  names: ReturnType<typeof foldNames>,
): Promise<void> {
  for (const table of Object.keys(NAME_KEYS) as (keyof typeof NAME_KEYS)[]) {
    await writeRows(db, table, NAME_KEYS[table], [names[table]]);
  }
}

/** Writes accounts, their entries, and where their families end. */
export async function writeAccounts(
  db: Queryable,
  { account, entry, ends }: Pick<AccountPlan, 'account' | 'entry' | 'ends'>,
): Promise<void> {
  await writeFamilyEnds(db, ends);
  await writeRows(db, 'account', ACCOUNT_KEYS.account, account);
  await writeRows(db, 'entry', ACCOUNT_KEYS.entry, entry);
}

/** Writes relationships. */
export function writeRelationships(db: Queryable, changes: ChangedRows<Row>): Promise<void> {
  return writeRows(db, 'relationship', RELATIONSHIP_KEY, [changes]);
}

/** Makes stored rows those that they have become. */
async function writeRows(
  db: Queryable,
  table: Table,
  key: readonly string[],
  changes: readonly ChangedRows<Row>[],
): Promise<void> {
  await deleteRows(
    db,
    table,
    key,
    changes.flatMap(({ gone }) => gone),
  );
  await updateRows(
    db,
    table,
    key,
    changes.flatMap(({ other }) => other),
  );
  await insertRows(
    db,
    table,
    changes.flatMap(({ added }) => added),
  );
}

/** Says on lines what their entries agree on, those of other families included. */
export async function restateLines(
  db: Queryable,
  { stated, groups }: Pick<AccountPlan, 'stated' | 'groups'>,
  positions: readonly bigint[],
): Promise<void> {
  if (positions.length === 0) return;
  const { rows: elsewhere } = await db.query<Pick<EntryRow, 'position' | keyof Agreed>>(
    `SELECT position, reconciliation, share_of_holding FROM entry
     WHERE position = ANY($1) AND NOT is_restated AND group_id <> ALL($2)`,
    [positions, groups],
  );
  const wanted = new Set(positions);
  const own = stated.filter(({ position }) => wanted.has(position));
  const agreement = agreed([...own, ...elsewhere]);
  await updateRows(
    db,
    'reported_line',
    ['position'],
    positions.map((position) => ({ position, ...(agreement.get(position) ?? NOTHING) })),
  );
}

/** The cells of stored rows that other filings may change. */
const CELLS = {
  filing: ['id', 'issuer_id', ...FILING_MARKS],
  filing_owner: ['filing_id', 'ordinal', 'person_id', 'issuer_id'],
  reported_line: ['position', 'issuer_id', 'flags', ...LINE_MARKS],
} as const;

/**
 * Writes the rows of filings: new ones, those whose documents tell more, and of others the cells
 * that changed.
 */
export async function writeFilings(
  db: Queryable,
  changed: ChangedFilings,
  after: readonly FilingRows[],
): Promise<void> {
  const made = after.filter(({ filing }) => changed.isMade(filing.id));
  const again = made.filter(({ filing }) => changed.stored(filing.id) !== undefined);
  await replaceFilings(db, again);
  const isAgain = new Set(again);
  const fresh = made.filter((rows) => !isAgain.has(rows));
  await insertRows(
    db,
    'filing',
    fresh.map(({ filing }) => filing),
  );
  await insertRows(
    db,
    'reported_line',
    fresh.flatMap(({ lines }) => lines),
  );
  await insertRows(
    db,
    'filing_owner',
    made.flatMap(({ owners }) => owners),
  );
  await insertRows(
    db,
    'former_identity',
    made.flatMap(({ former }) => former),
  );
  const others = after.filter(({ filing }) => !changed.isMade(filing.id));
  const before = others.flatMap(({ filing }) => changed.stored(filing.id) ?? []);
  const cells = (table: keyof typeof CELLS, of: (rows: FilingRows) => readonly Row[]) => {
    const narrow = (rows: readonly FilingRows[]) =>
      rows
        .flatMap(of)
        .map((row) => Object.fromEntries(CELLS[table].map((cell) => [cell, row[cell]])));
    const key = table === 'filing_owner' ? CELLS[table].slice(0, 2) : CELLS[table].slice(0, 1);
    return writeRows(db, table, key, [changedRows(narrow(before), narrow(others), key)]);
  };
  await cells('filing', ({ filing }) => [filing]);
  await cells('filing_owner', ({ owners }) => owners);
  await cells('reported_line', ({ lines }) => lines);
  await writeResolved(db, changed);
}

/** Puts filings of which more is known in the place of their rows. */
async function replaceFilings(db: Queryable, again: readonly FilingRows[]): Promise<void> {
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
export async function holdUpTo(db: Queryable, position: bigint): Promise<void> {
  await db.query('UPDATE projection_checkpoint SET position = $1', [position]);
}
