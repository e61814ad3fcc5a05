import type { Queryable } from '../../database/index.ts';
import type { AmendmentOutcome } from '../../ledger/index.ts';
import type { AccountEvidence, BreakCause, LineFlag, Reconciliation } from '../../rules/index.ts';
import type { Instant } from '../../values/index.ts';
import type { EntryKey } from './account-evidence.ts';
import { breakCauses } from './break-causes.ts';

/** What an audit tells apart: direct and indirect holdings of Table I, and Table II. */
export type AuditedKind = 'DIRECT' | 'INDIRECT' | 'DERIVATIVE';

/**
 * Entries of one kind, made by transaction lines or by holding lines, by what reconciling them
 * gave.
 */
export interface AuditedEntries {
  readonly kind: AuditedKind;
  readonly isTransaction: boolean;
  readonly opening: number;
  readonly consistent: number;
  /** Breaks by cause, as known now (docs/domain.md §5). */
  readonly breaks: Readonly<Partial<Record<BreakCause, number>>>;
}

/**
 * How well the ledger's accounts explain the amounts that were filed. Superseded lines are left
 * out.
 */
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
  const rows = await all<Kind & { outcome: Reconciliation; count: bigint }>(db, ENTRIES);
  const causes = await causesOfBreaks(db);
  const kinds = ['DIRECT', 'INDIRECT', 'DERIVATIVE'] as const;
  return kinds.flatMap((kind) =>
    [true, false].map((isTransaction): AuditedEntries => {
      const own = rows.filter((row) => row.kind === kind && row.isTransaction === isTransaction);
      const of = (outcome: Reconciliation) =>
        Number(own.find((row) => row.outcome === outcome)?.count ?? 0n);
      return {
        kind,
        isTransaction,
        opening: of('OPENING'),
        consistent: of('CONSISTENT'),
        breaks: Object.fromEntries(causes.get(`${kind} ${isTransaction}`) ?? []),
      };
    }),
  );
}

/** What identifies an entry. */
interface Kind {
  readonly kind: AuditedKind;
  readonly isTransaction: boolean;
}

/** Everything that is known. */
const NOW = '9999-12-31T00:00:00.000Z' as Instant;
const BREAKS_A_READ = 5_000;
/** The least of all keys: those that are made of hashes may be below zero. */
const FIRST_KEY = -(2n ** 63n);

/**
 * Counts breaks by kind and cause, so many at a time; by issuer, whose corporate actions are read
 * once.
 */
async function causesOfBreaks(db: Queryable): Promise<Map<string, Map<BreakCause, number>>> {
  const counts = new Map<string, Map<BreakCause, number>>();
  let after: readonly bigint[] = [FIRST_KEY, FIRST_KEY, 0n];
  for (;;) {
    const { rows: broken } = await db.query<Kind & EntryKey & { issuerId: bigint }>(BROKEN, [
      ...after,
      BREAKS_A_READ,
    ]);
    const causes = await breakCauses(
      db,
      broken.map((entry) => ({ ...entry, viewedAt: NOW })),
    );
    for (const [index, { kind, isTransaction }] of broken.entries()) {
      const cause = causes[index];
      if (cause == null) continue;
      const key = `${kind} ${isTransaction}`;
      const own = counts.get(key) ?? new Map<BreakCause, number>();
      counts.set(key, own.set(cause, (own.get(cause) ?? 0) + 1));
    }
    const last = broken.at(-1);
    if (last === undefined || broken.length < BREAKS_A_READ) return counts;
    after = [last.issuerId, last.accountId, last.position];
  }
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

const JUDGED = `
  FROM entry e
  JOIN account a ON a.id = e.account_id
  JOIN reported_line l ON l.position = e.position
  WHERE NOT e.is_restated AND e.superseded_at IS NULL`;

const ENTRIES = `
  SELECT ${KIND} AS kind, l.is_transaction AS "isTransaction",
    e.reconciliation AS outcome, count(*) AS count
  ${JUDGED} GROUP BY 1, 2, 3`;

const BROKEN = `
  SELECT ${KIND} AS kind, l.is_transaction AS "isTransaction",
    e.issuer_id AS "issuerId", e.account_id AS "accountId", e.position
  ${JUDGED} AND e.reconciliation = 'BREAK'
    AND (e.issuer_id, e.account_id, e.position) > ($1, $2, $3)
  ORDER BY e.issuer_id, e.account_id, e.position LIMIT $4`;
