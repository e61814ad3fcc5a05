import type { Queryable, Row } from '../../database/index.ts';
import { type AccountPlan, foldAccounts } from './accounts.ts';
import { readWholeFamilies, type TouchedFamily } from './families.ts';
import { readLinesOf } from './group.ts';
import { readStatementsOf, relationshipRows, type StatementOfPair } from './relationships.ts';
import { writeAccounts } from './write.ts';

/** People whose lines are in memory at once; twice as many while some are written. */
const PEOPLE_A_SLICE = 200;

/**
 * Works out the accounts and relationships of people who have none yet, from all their lines: some
 * people's while PostgreSQL takes the rows of those before them.
 */
export async function projectPeople(db: Queryable, people: readonly bigint[]): Promise<void> {
  let planned: Planned | null = null;
  for (let start = 0; start < people.length; start += PEOPLE_A_SLICE) {
    const said = await readSaid(db, people.slice(start, start + PEOPLE_A_SLICE));
    const written: Promise<void> | null = planned === null ? null : write(db, planned);
    [planned] = await Promise.all([plan(said), written]);
  }
  if (planned !== null) await write(db, planned);
}

/** What is said of some people. */
interface Said {
  readonly families: readonly TouchedFamily[];
  readonly statements: readonly StatementOfPair[];
}

async function readSaid(db: Queryable, people: readonly bigint[]): Promise<Said> {
  const lines = await readLinesOf(db, people);
  const statements = await readStatementsOf(db, people);
  return { families: await readWholeFamilies(db, lines, statements), statements };
}

interface Planned extends Pick<Said, 'statements'> {
  readonly accounts: AccountPlan;
}

async function plan({ families, statements }: Said): Promise<Planned> {
  return { accounts: await foldAccounts(families), statements };
}

function write(db: Queryable, { accounts, statements }: Planned): Promise<void> {
  const added: readonly Row[] = relationshipRows(statements);
  return writeAccounts(db, { accounts, relationships: { gone: [], added, other: [] } });
}
