import type { Queryable, Row } from '../../database/index.ts';
import { foldAccounts } from './accounts.ts';
import { readWholeFamilies } from './families.ts';
import { readLinesOf } from './group.ts';
import { readStatementsOf, relationshipRows } from './relationships.ts';
import { writeAccounts } from './write.ts';

/** Works out the accounts and relationships of people who have none yet, from all their lines. */
export async function projectPeople(db: Queryable, people: readonly bigint[]): Promise<void> {
  const lines = await readLinesOf(db, people);
  const statements = await readStatementsOf(db, people);
  const accounts = await foldAccounts(await readWholeFamilies(db, lines, statements));
  const added: readonly Row[] = relationshipRows(statements);
  await writeAccounts(db, { accounts, relationships: { gone: [], added, other: [] } });
}
