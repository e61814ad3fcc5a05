import type { Queryable } from '../database/index.ts';
import { projectAccounts } from './accounts.ts';
import { projectRelationships } from './relationships.ts';

/**
 * Brings up to date what is worked out from the rows of filings, wherever these filings bear on it. Runs
 * in the append's own transaction, after the rows of every event of it are there.
 */
export async function projectDerived(db: Queryable, filingIds: readonly bigint[]): Promise<void> {
  await projectAccounts(db, filingIds);
  await projectRelationships(db, filingIds);
}

/** Works out all of it, each part once: owner by owner, so that nothing is read twice. */
export async function projectAllDerived(db: Queryable): Promise<void> {
  let after = -(2n ** 63n);
  for (;;) {
    const { rows } = await db.query<{ person: bigint; filings: bigint[] }>(
      `SELECT person_id AS person, array_agg(DISTINCT filing_id) AS filings FROM filing_owner
       WHERE person_id > $1 GROUP BY person_id ORDER BY person_id LIMIT 200`,
      [after],
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
