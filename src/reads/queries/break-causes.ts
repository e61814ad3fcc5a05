import { type Queryable, queryPrepared } from '../../database/index.ts';
import { type BreakCause, breakCause } from '../../rules/index.ts';
import { type Decimal, groupBy, type Instant } from '../../values/index.ts';
import type { EntryKey } from './account-evidence.ts';
import { issuerActions } from './corporate-actions.ts';
import { knownThen } from './in-force.ts';

/** An entry, and the instant at which it is judged. */
export interface EntryKnown extends EntryKey {
  readonly viewedAt: Instant;
}

/**
 * Why entries break, in the order of the keys, each judged by all that is known at its instant;
 * null for an entry that does not break, or is not in force then (docs/domain.md §5).
 */
export async function breakCauses(
  db: Queryable,
  keys: readonly EntryKnown[],
): Promise<(BreakCause | null)[]> {
  const rows = await queryPrepared<BreakRow>(db, BREAKS, [
    keys.map(({ accountId }) => accountId),
    keys.map(({ position }) => position),
    keys.map(({ viewedAt }) => viewedAt),
  ]);
  const jumps = new Map<Instant, ReadonlySet<string>>();
  for (const [at, own] of groupBy(rows, ({ viewedAt }) => viewedAt)) {
    jumps.set(
      at,
      await jumpsOf(
        db,
        own.map(({ issuerId }) => issuerId),
        at,
      ),
    );
  }
  const causes: (BreakCause | null)[] = keys.map(() => null);
  for (const { n, issuerId: _, accountId, position, viewedAt, before, after, ...row } of rows) {
    const nearestDifferences = [before, after].filter((difference) => difference !== null);
    const isByCorporateAction = jumps.get(viewedAt)?.has(`${accountId} ${position}`) === true;
    causes[Number(n) - 1] = breakCause({ ...row, nearestDifferences, isByCorporateAction });
  }
  return causes;
}

/**
 * Why lines break, judged by all that is known at an instant; null for a line that does not, is not
 * in force then, or breaks otherwise in the account of each owner.
 */
export async function breakCausesOfLines(
  db: Queryable,
  positions: readonly bigint[],
  viewedAt: Instant,
): Promise<(BreakCause | null)[]> {
  const entries = await queryPrepared<EntryKey>(db, BROKEN_ENTRIES, [positions]);
  const causes = await breakCauses(
    db,
    entries.map((entry) => ({ ...entry, viewedAt })),
  );
  const found = new Map<bigint, Set<BreakCause | null>>();
  for (const [index, { position }] of entries.entries()) {
    const own = found.get(position) ?? new Set();
    found.set(position, own.add(causes[index] ?? null));
  }
  return positions.map((position) => {
    const [cause = null, ...others] = found.get(position) ?? [];
    return others.length === 0 ? cause : null;
  });
}

const BROKEN_ENTRIES = `
  SELECT account_id AS "accountId", position FROM entry
  WHERE position = ANY($1) AND reconciliation = 'BREAK' AND NOT is_restated`;

/** The entries of issuers, by account and position, that corporate actions known then explain. */
async function jumpsOf(
  db: Queryable,
  issuerIds: readonly bigint[],
  knownAt: Instant,
): Promise<ReadonlySet<string>> {
  const issuers = await issuerActions(db, [...new Set(issuerIds)], knownAt);
  return new Set(
    issuers.flatMap(({ actions }) =>
      actions.flatMap(({ jumps }) =>
        jumps.map(({ accountId, position }) => `${accountId} ${position}`),
      ),
    ),
  );
}

interface BreakRow extends EntryKnown {
  readonly n: bigint;
  readonly issuerId: bigint;
  readonly change: Decimal | null;
  readonly amount: Decimal;
  readonly difference: Decimal;
  readonly isLate: boolean;
  readonly isMoved: boolean;
  readonly isSwap: boolean;
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  readonly texts: readonly string[];
}

const KNOWN = (entry: string) =>
  `NOT ${entry}.is_restated AND ${knownThen(entry, 'k.viewed_at', 'superseded_at')}`;

const nearest = (comparison: string, direction: string) => `(
  SELECT o.difference FROM entry o
  WHERE o.account_id = e.account_id AND o.accounting_order ${comparison} e.accounting_order
    AND o.reconciliation = 'BREAK' AND ${KNOWN('o')}
  ORDER BY o.accounting_order ${direction} LIMIT 1)`;

const BREAKS = `
  SELECT k.n, k.viewed_at AS "viewedAt", e.issuer_id AS "issuerId", e.account_id AS "accountId",
    e.position, e.change, e.amount, e.difference,
    EXISTS (
      SELECT FROM entry o WHERE o.account_id = e.account_id
        AND o.accounting_order < e.accounting_order AND o.from_on > e.from_on AND ${KNOWN('o')}
    ) AS "isLate",
    e.moved IS NOT NULL AS "isMoved", coalesce(l.equity_swap_involved, false) AS "isSwap",
    ${nearest('<', 'DESC')} AS before, ${nearest('>', 'ASC')} AS after,
    ARRAY(
      SELECT text FROM (
        SELECT l.nature UNION ALL SELECT f.remarks UNION ALL
        SELECT note ->> 'text' FROM jsonb_array_elements(f.footnotes) note
        WHERE note ->> 'id' IN (SELECT cited ->> 'id' FROM jsonb_array_elements(l.footnotes) cited)
      ) t (text) WHERE text IS NOT NULL
    ) AS texts
  FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) WITH ORDINALITY
      k (account_id, position, viewed_at, n)
    JOIN entry e ON e.position = k.position AND e.account_id = k.account_id
      AND e.reconciliation = 'BREAK' AND ${KNOWN('e')}
    JOIN reported_line l ON l.position = e.position
    JOIN filing f ON f.id = l.filing_id`;
