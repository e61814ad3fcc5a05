import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { OwnershipForm } from '../../parser/index.ts';
import type { Decimal } from '../../values/index.ts';
import type { EntryKnown } from './break-causes.ts';
import { knownThen } from './in-force.ts';

/**
 * Where what an account holds has come from or gone to: another account of the same owner
 * (docs/domain.md §5).
 */
export interface AccountMove {
  /** Whether it went to the other account, and did not come from it. */
  readonly to: boolean;
  /** Of the other account. */
  readonly ownership: OwnershipForm;
  /** Of the other account, as its line was filed. */
  readonly nature: string | null;
  readonly amount: Decimal;
  /** Of the other account's line. */
  readonly position: bigint;
}

/** A balance that is asked for its move; of a closed account there is no line that says so. */
export type MoveKey = EntryKnown & { readonly isClosed: boolean };

/** The moves that explain balances, in the order of the keys; null where there is none. */
export async function accountMoves(
  db: Queryable,
  keys: readonly MoveKey[],
): Promise<(AccountMove | null)[]> {
  const rows = await queryPrepared<AccountMove & { n: bigint }>(db, MOVES, [
    keys.map(({ accountId }) => accountId),
    keys.map(({ position }) => position),
    keys.map(({ viewedAt }) => viewedAt),
    keys.map(({ isClosed }) => isClosed),
  ]);
  const found = new Map(rows.map(({ n, ...move }) => [Number(n), move]));
  return keys.map((_, index) => found.get(index + 1) ?? null);
}

const MOVES = `
  SELECT k.n, e.is_restated OR coalesce(e.difference, 0) < 0 AS "to", a.ownership, l.nature,
    trim_scale(CASE WHEN e.is_restated THEN -e.change
      ELSE coalesce(abs(e.difference), e.amount - coalesce(e.change, 0)) END) AS amount,
    o.position
  FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::boolean[]) WITH ORDINALITY
      k (account_id, position, viewed_at, is_closed, n)
    JOIN entry e ON e.account_id = k.account_id AND e.position = k.position
      AND e.is_restated = k.is_closed AND e.moved IS NOT NULL
      AND ${knownThen('e', 'k.viewed_at', 'superseded_at')}
    JOIN entry o ON o.position = e.moved AND o.person_id = e.person_id AND NOT o.is_restated
    JOIN account a ON a.id = o.account_id
    JOIN reported_line l ON l.position = o.position`;
