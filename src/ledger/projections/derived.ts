import type { Queryable } from '../database/index.ts';
import { projectAccounts } from './accounts.ts';

/**
 * Brings up to date what is worked out from the rows of filings, wherever these filings bear on it. Runs
 * in the append's own transaction, after the rows of every event of it are there.
 */
export async function projectDerived(db: Queryable, filingIds: readonly bigint[]): Promise<void> {
  await projectAccounts(db, filingIds);
}

/** Works out all of it, each part once: owner by owner, so that no group is read twice. */
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
    await projectAccounts(
      db,
      rows.flatMap(({ filings }) => filings),
      rows.map(({ person }) => person),
    );
    after = last.person;
  }
}
