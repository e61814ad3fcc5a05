import type { Queryable, Row } from '../../database/index.ts';
import { foldAccounts } from './accounts.ts';
import { firstOf, freshFamilies, readReplacing } from './families.ts';
import { readLinesOf } from './group.ts';
import { readStatementsOf, relationshipRows } from './relationships.ts';
import { writeAccounts } from './write.ts';

/** Works out the accounts and relationships of people who have none yet, from all their lines. */
export async function projectPeople(db: Queryable, people: readonly bigint[]): Promise<void> {
  const lines = await readLinesOf(db, people);
  const replaces = firstOf(await readReplacing(db, lines));
  const accounts = await foldAccounts(freshFamilies(lines, replaces));
  const added: readonly Row[] = relationshipRows(await readStatementsOf(db, people));
  await writeAccounts(db, { accounts, relationships: { gone: [], added, other: [] } });
}
