import type { Queryable } from '../../database/index.ts';
import { projectAccounts } from './accounts.ts';
import { projectDuplicateReports } from './duplicate-reports.ts';
import { projectRelationships } from './relationships.ts';

/**
 * Brings up to date what is worked out from the rows of filings, wherever these filings bear on it.
 * Runs in the append's own transaction, after the rows of every event of it are there.
 */
export async function projectDerived(db: Queryable, filingIds: readonly bigint[]): Promise<void> {
  const marked = await projectDuplicateReports(db, { filings: filingIds });
  await projectAccounts(db, [...new Set([...filingIds, ...marked])]);
  await projectRelationships(db, filingIds);
}

/** Works out all of it, each part once: nothing is read twice. */
export async function projectAllDerived(db: Queryable): Promise<void> {
  await duplicateReportsOfEveryIssuer(db);
  await accountsOfEveryOwner(db);
}

const ISSUERS_A_STEP = 200;
const LEAST = -(2n ** 63n);

async function duplicateReportsOfEveryIssuer(db: Queryable): Promise<void> {
  let after = LEAST;
  for (;;) {
    const { rows } = await db.query<{ id: bigint }>(
      'SELECT id FROM issuer WHERE id > $1 ORDER BY id LIMIT $2',
      [after, ISSUERS_A_STEP],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    await projectDuplicateReports(db, { issuers: rows.map(({ id }) => id) });
    after = last.id;
  }
}

async function accountsOfEveryOwner(db: Queryable): Promise<void> {
  let after = LEAST;
  for (;;) {
    const { rows } = await db.query<{ person: bigint; filings: bigint[] }>(
      `SELECT person_id AS person, array_agg(DISTINCT filing_id) AS filings FROM filing_owner
       WHERE person_id > $1 GROUP BY person_id ORDER BY person_id LIMIT $2`,
      [after, ISSUERS_A_STEP],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    const filings = rows.flatMap((row) => row.filings);
    const people = rows.map(({ person }) => person);
    await projectAccounts(db, filings, people);
    await projectRelationships(db, filings, people);
    after = last.person;
  }
}
