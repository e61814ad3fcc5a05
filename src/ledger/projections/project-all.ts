import type { Queryable, Row } from '../../database/index.ts';
import { foldAccounts } from './accounts.ts';
import { ChangedFilings } from './changed-filings.ts';
import { markDuplicateReports } from './duplicate-reports.ts';
import { firstOf, freshFamilies, readReplacing } from './families.ts';
import { readLinesOf } from './group.ts';
import { readStatementsOf, relationshipRows } from './relationships.ts';
import { restateLines, writeAccounts, writeFilings, writeRelationships } from './write.ts';

/**
 * Works out all that follows from the rows of filings, once, where none of it is there: duplicate
 * reports issuer by issuer, then accounts and relationships person by person.
 */
export async function projectAll(db: Queryable): Promise<void> {
  await inSteps(db, 'issuer', async (issuers) => {
    const changed = new ChangedFilings(db);
    await markDuplicateReports(db, changed, issuers);
    await writeFilings(db, changed, changed.after);
  });
  await inSteps(db, 'person', (people) => projectPeople(db, people));
}

/** The accounts and relationships of people who have none yet. */
async function projectPeople(db: Queryable, people: readonly bigint[]): Promise<void> {
  const lines = await readLinesOf(db, people);
  const replaces = firstOf(await readReplacing(db, lines));
  const accounts = await foldAccounts(freshFamilies(lines, replaces));
  await writeAccounts(db, accounts);
  await restateLines(db, accounts, [...accounts.reassigned]);
  const added: readonly Row[] = relationshipRows(await readStatementsOf(db, people));
  await writeRelationships(db, { gone: [], added, other: [] });
}

const ROWS_A_STEP = 200;
const LEAST = -(2n ** 63n);

/** Everybody in a table in the order of ids, so many at a time. */
async function inSteps(
  db: Queryable,
  table: 'issuer' | 'person',
  step: (ids: readonly bigint[]) => Promise<void>,
): Promise<void> {
  let after = LEAST;
  for (;;) {
    const { rows } = await db.query<{ id: bigint }>(
      `SELECT id FROM ${table} WHERE id > $1 ORDER BY id LIMIT $2`,
      [after, ROWS_A_STEP],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    await step(rows.map(({ id }) => id));
    after = last.id;
  }
}
