import type { Queryable } from '../../database/index.ts';
import type { AccountEvidence, AmendmentOutcome, LineFlag } from '../../ledger/index.ts';

/** What an audit tells apart: direct and indirect holdings of Table I, and Table II. */
export type AuditedKind = 'DIRECT' | 'INDIRECT' | 'DERIVATIVE';

/**
 * Why an amount may not follow from the one before it (docs/domain.md §5):
 *
 * - SIGN_ERROR: it would, had the trade gone the other way;
 * - SPLIT_LIKE: it is a simple multiple, and so it is for another owner of that issuer's class;
 * - SMALL_INCREASE: up to 5 % more than expected, as dividends reinvested and purchase plans give;
 * - UNKNOWN: none of these.
 */
export type BreakCause = 'SIGN_ERROR' | 'SPLIT_LIKE' | 'SMALL_INCREASE' | 'UNKNOWN';

/** Entries of one kind, made by transaction lines or by holding lines, by what reconciling them gave. */
export interface AuditedEntries {
  readonly kind: AuditedKind;
  readonly isTransaction: boolean;
  readonly opening: number;
  readonly consistent: number;
  readonly breaks: Readonly<Record<BreakCause, number>>;
}

/** How well the ledger's accounts explain the amounts that were filed. Superseded lines are left out. */
export interface Audit {
  readonly filings: number;
  readonly lines: { readonly transactions: number; readonly holdings: number };
  readonly superseded: number;
  readonly accounts: Readonly<Record<AuditedKind, number>>;
  readonly entries: readonly AuditedEntries[];
  /** Why lines are in their accounts: entries by evidence. */
  readonly evidence: Readonly<Partial<Record<AccountEvidence, number>>>;
  readonly amendments: Readonly<Partial<Record<AmendmentOutcome, number>>>;
  readonly flags: Readonly<Partial<Record<LineFlag, number>>>;
}

/** Counts over the whole ledger as it is known now; an entry stands for one owner's account. */
export async function audit(db: Queryable): Promise<Audit> {
  const [totals] = await all<
    Record<'filings' | 'transactions' | 'holdings' | 'superseded', bigint>
  >(db, TOTALS);
  const count = (value: bigint | undefined) => Number(value ?? 0n);
  return {
    filings: count(totals?.filings),
    lines: { transactions: count(totals?.transactions), holdings: count(totals?.holdings) },
    superseded: count(totals?.superseded),
    accounts: { DIRECT: 0, INDIRECT: 0, DERIVATIVE: 0, ...(await counts(db, ACCOUNTS)) },
    entries: await auditedEntries(db),
    evidence: await counts(db, EVIDENCE),
    amendments: await counts(db, AMENDMENTS),
    flags: await counts(db, FLAGS),
  };
}

async function auditedEntries(db: Queryable): Promise<AuditedEntries[]> {
  const rows = await all<{
    kind: AuditedKind;
    isTransaction: boolean;
    outcome: 'OPENING' | 'CONSISTENT' | BreakCause;
    count: bigint;
  }>(db, ENTRIES);
  const kinds = ['DIRECT', 'INDIRECT', 'DERIVATIVE'] as const;
  return kinds.flatMap((kind) =>
    [true, false].map((isTransaction): AuditedEntries => {
      const of = (outcome: (typeof rows)[number]['outcome']) =>
        Number(
          rows.find(
            (row) =>
              row.kind === kind && row.isTransaction === isTransaction && row.outcome === outcome,
          )?.count ?? 0n,
        );
      return {
        kind,
        isTransaction,
        opening: of('OPENING'),
        consistent: of('CONSISTENT'),
        breaks: {
          SIGN_ERROR: of('SIGN_ERROR'),
          SPLIT_LIKE: of('SPLIT_LIKE'),
          SMALL_INCREASE: of('SMALL_INCREASE'),
          UNKNOWN: of('UNKNOWN'),
        },
      };
    }),
  );
}

async function all<Row>(db: Queryable, sql: string): Promise<Row[]> {
  return (await db.query<Row & Record<string, unknown>>(sql)).rows;
}

async function counts<Key extends string>(
  db: Queryable,
  sql: string,
): Promise<Partial<Record<Key, number>>> {
  const rows = await all<{ key: Key; count: bigint }>(db, sql);
  return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)])) as Partial<
    Record<Key, number>
  >;
}

const TOTALS = `
  SELECT (SELECT count(*) FROM filing) AS filings,
    count(*) FILTER (WHERE is_transaction) AS transactions,
    count(*) FILTER (WHERE NOT is_transaction) AS holdings,
    count(*) FILTER (WHERE superseded_by IS NOT NULL) AS superseded
  FROM reported_line WHERE NOT is_taken_back`;

const KIND = `CASE WHEN a.security_table = 'DERIVATIVE' THEN 'DERIVATIVE' ELSE a.ownership::text END`;

const ACCOUNTS = `SELECT ${KIND} AS key, count(*) AS count FROM account a GROUP BY 1`;

const EVIDENCE = `
  SELECT e.evidence::text AS key, count(*) AS count FROM entry e
  WHERE NOT e.is_restated AND e.superseded_at IS NULL GROUP BY e.evidence ORDER BY e.evidence`;

const AMENDMENTS = `
  SELECT amendment_outcome::text AS key, count(*) AS count FROM filing
  WHERE amendment_outcome IS NOT NULL GROUP BY 1 ORDER BY 1`;

const FLAGS = `
  SELECT flag::text AS key, count(*) AS count FROM reported_line, unnest(flags) AS flag
  WHERE NOT is_taken_back
  GROUP BY flag ORDER BY flag`;

// The expected amount is what was reported less the difference; before is that less the change.
const ENTRIES = `
  WITH judged AS (
    SELECT ${KIND} AS kind, l.is_transaction, e.reconciliation, e.person_id, e.issuer_id,
      a.security_class, e.difference, coalesce(e.change, 0) AS change,
      e.amount - e.difference AS expected, e.amount - coalesce(e.change, 0) - e.difference AS before,
      e.amount - coalesce(e.change, 0) AS implied
    FROM entry e
    JOIN account a ON a.id = e.account_id
    JOIN reported_line l ON l.position = e.position
    WHERE NOT e.is_restated AND e.superseded_at IS NULL
  ), simple (ratio) AS (
    SELECT DISTINCT p::numeric / q FROM generate_series(1, 50) AS p, generate_series(1, 50) AS q
    WHERE p <> q AND (q = 1 OR p = 1 OR (p <= 5 AND q <= 5))
  ), multiplied AS (
    SELECT j.issuer_id, j.security_class, s.ratio FROM judged j
    JOIN simple s ON j.implied BETWEEN j.before * s.ratio * 0.999 AND j.before * s.ratio * 1.001
    WHERE j.reconciliation = 'BREAK' AND j.before > 0
    GROUP BY j.issuer_id, j.security_class, s.ratio HAVING count(DISTINCT j.person_id) > 1
  )
  SELECT kind, is_transaction AS "isTransaction", count(*) AS count,
    CASE
      WHEN reconciliation <> 'BREAK' THEN reconciliation::text
      WHEN change <> 0 AND difference = -2 * change THEN 'SIGN_ERROR'
      WHEN before > 0 AND EXISTS (
        SELECT FROM multiplied m WHERE m.issuer_id = j.issuer_id
          AND m.security_class = j.security_class
          AND j.implied BETWEEN j.before * m.ratio * 0.999 AND j.before * m.ratio * 1.001
      ) THEN 'SPLIT_LIKE'
      WHEN difference > 0 AND difference <= expected * 0.05 THEN 'SMALL_INCREASE'
      ELSE 'UNKNOWN'
    END AS outcome
  FROM judged j GROUP BY 1, 2, 4`;
