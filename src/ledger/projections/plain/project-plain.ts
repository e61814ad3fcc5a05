import { deleteRows, insertRows, type Queryable, withIndexScans } from '../../../database/index.ts';
import { groupBy } from '../../../values/index.ts';
import { ACCOUNT_KEYS, projectAccounts, reconcileLines } from '../accounts.ts';
import { projectDuplicateReports } from '../duplicate-reports.ts';
import { filingRow, type Identified, lineRows, ownerRows } from '../filing-rows.ts';
import { groupText, readLinesOf } from '../group.ts';
import { projectPeopleAndIssuers } from '../people-and-issuers.ts';
import { type Pair, pairText, RELATIONSHIP_KEY, readStatementsOf } from '../relationships.ts';
import { findPossibleDuplicates } from './find-possible-duplicates.ts';
import { newLines } from './new-lines.ts';
import { planAccounts } from './plan-accounts.ts';
import { newStatements, planRelationships } from './plan-relationships.ts';

/**
 * What plain filings bring, and what their groups and pairs were before: all that a plan is made
 * of.
 */
export type ProjectionInput = Awaited<ReturnType<typeof loadProjectionInput>>;

/**
 * Makes the rows of plain filings, new ones that bring no decision about others, and reads what
 * stood before where they add to it. To be asked before any of it is written.
 */
export async function loadProjectionInput(db: Queryable, filings: readonly Identified[]) {
  const rows = filings.map((filing) => {
    const lines = lineRows(filing);
    const owners = ownerRows(filing);
    return { filing, lines, owners };
  });
  const added = rows.flatMap(({ filing, lines }) => newLines(filing, lines));
  const said = rows.flatMap(({ filing, owners }) => newStatements(filing, owners));
  const pairs = [...groupBy(said, pairText).values()].flatMap(([first]) => first ?? []);
  const stood = await pairsThatStood(db, pairs);
  const groups = groupBy(
    added.filter((line) => stood.has(pairText(line))),
    groupText,
  );
  const lines = rows.flatMap((row) => row.lines);
  return {
    filings,
    possibleDuplicates: await findPossibleDuplicates(db, lines),
    owners: rows.flatMap(({ owners }) => owners),
    lines,
    added,
    groupsBefore: await readLinesOf(
      db,
      [...groups.values()].flatMap(([first]) => first ?? []),
    ),
    said,
    saidBefore: await readStatementsOf(
      db,
      pairs.filter((pair) => stood.has(pairText(pair))),
    ),
  };
}

/**
 * Projects plain filings, whole: rows, accounts, relationships, repeated trades. What can be worked
 * out is, while the events are still on their way; a row is written once, as it stays.
 */
export async function projectPlain(
  db: Queryable,
  input: ProjectionInput,
  eventsWritten: Promise<void>,
): Promise<void> {
  const { filings, owners, lines } = input;
  const accounts = await planAccounts(input.added, input.groupsBefore);
  const relationships = planRelationships(input.said, input.saidBefore);
  await eventsWritten;
  await projectPeopleAndIssuers(db, filings);
  await insertRows(db, 'filing', filings.map(filingRow));
  await insertRows(db, 'filing_owner', owners);
  await insertRows(
    db,
    'reported_line',
    lines.map((line) => ({
      ...line,
      ...accounts.agreed.get(line.position),
    })),
  );
  await deleteRows(db, 'account', ACCOUNT_KEYS.account, accounts.goneAccounts);
  await deleteRows(db, 'entry', ACCOUNT_KEYS.entry, accounts.goneEntries);
  await deleteRows(db, 'relationship', RELATIONSHIP_KEY, relationships.gone);
  await insertRows(db, 'account', accounts.accounts);
  await insertRows(db, 'entry', accounts.entries);
  await insertRows(db, 'relationship', relationships.added);
  await reconcileLines(db, accounts.reassignedLines);
  await withIndexScans(db, async () => {
    const marked = await projectDuplicateReports(db, { filings: input.possibleDuplicates });
    await projectAccounts(db, marked);
  });
}

/** Those of some pairs that filings held name together. */
async function pairsThatStood(db: Queryable, pairs: readonly Pair[]): Promise<Set<string>> {
  const { rows } = await db.query<Pair>(
    `SELECT person_id AS "personId", issuer_id AS "issuerId"
     FROM unnest($1::bigint[], $2::bigint[]) AS p (person_id, issuer_id)
     WHERE EXISTS (SELECT FROM filing_owner o
       WHERE o.person_id = p.person_id AND o.issuer_id = p.issuer_id)`,
    [pairs.map(({ personId }) => personId), pairs.map(({ issuerId }) => issuerId)],
  );
  return new Set(rows.map(pairText));
}
