import type { Queryable } from '../../database/index.ts';
import type { AccountEvidence } from '../../rules/index.ts';

/** A line in one account: of a joint filing, in that of one owner. */
export interface EntryKey {
  readonly accountId: bigint;
  readonly position: bigint;
}

/** Why each line is in its account, in the order of the keys; null where it is not in it. */
export async function accountEvidence(
  db: Queryable,
  keys: readonly EntryKey[],
): Promise<(AccountEvidence | null)[]> {
  const { rows } = await db.query<{ evidence: AccountEvidence | null }>(
    `SELECT (SELECT e.evidence FROM entry e WHERE e.position = k.position
       AND e.account_id = k.account_id LIMIT 1) AS evidence
     FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY k (account_id, position, ordinal)
     ORDER BY k.ordinal`,
    [keys.map(({ accountId }) => accountId), keys.map(({ position }) => position)],
  );
  return rows.map(({ evidence }) => evidence);
}
