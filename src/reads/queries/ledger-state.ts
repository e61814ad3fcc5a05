import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';

/**
 * What every answer at an instant depends on, as one text, and apart how far the projections are.
 * In the text are the ledger's head, how far the projections and a build of them are, what was
 * signed last, and the last filing that was known by then (docs/domain.md §3: some become known
 * later than they are received). While it stays the same, and the date too where one is left out,
 * so does every answer.
 */
export async function ledgerState(
  db: Queryable,
  now: Instant,
): Promise<{ readonly state: string; readonly projectedTo: bigint }> {
  const [row] = await queryPrepared<{ state: string; projectedTo: bigint }>(
    db,
    `SELECT (SELECT position FROM projection_checkpoint) AS "projectedTo",
      concat_ws('|', (SELECT max(position) FROM ledger_event),
      (SELECT position FROM projection_checkpoint),
      (SELECT stage || through FROM projection_build),
      (SELECT issued_at FROM checkpoint ORDER BY position DESC, issued_at DESC LIMIT 1),
      (SELECT max(known_at) FROM filing WHERE known_at <= $1)) AS state`,
    [now],
  );
  return row ?? { state: '', projectedTo: 0n };
}

/** The head of the ledger, and the last event that the projections hold; 0 where there is none. */
export async function ledgerPositions(
  db: Queryable,
): Promise<{ readonly head: bigint; readonly projectedTo: bigint }> {
  const { rows } = await db.query<{ head: bigint; projectedTo: bigint }>(
    `SELECT coalesce((SELECT max(position) FROM ledger_event), 0) AS head,
       (SELECT position FROM projection_checkpoint) AS "projectedTo"`,
  );
  return rows[0] ?? { head: 0n, projectedTo: 0n };
}
