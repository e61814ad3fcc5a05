import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { Reconciliation } from '../../rules/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../values/index.ts';
import { restatedToKnown } from './holding-history.ts';
import type { Basis } from './restatements.ts';
import { byOrdinal } from './subject.ts';

/** What an account's balance is from a day on, until the next of them. */
export interface DatedBalanceRow {
  readonly from: CalendarDate;
  readonly amount: Decimal;
  readonly derived: boolean;
  readonly reconciliation: Reconciliation;
  readonly difference: Decimal | null;
  /** Of the event that the balance comes from. */
  readonly position: bigint;
}

/** An account, what was known of it, and how its amounts are to be given. */
export interface AccountKnown {
  readonly accountId: bigint;
  readonly issuerId: bigint;
  readonly knownAt: Instant;
  readonly basis: Basis;
}

/**
 * What `holdings` answers for each account on every day, as known at its instant: one row for each
 * day from which another point of an entry is the answer, in order of date.
 */
export async function datedBalances(
  db: Queryable,
  accounts: readonly AccountKnown[],
): Promise<DatedBalanceRow[][]> {
  // On a day the last point in accounting order is the answer, of those that begin by then: a point
  // is one if none that begins by its own first day comes after it in that order.
  const rows = await queryPrepared<DatedBalanceRow & { n: bigint }>(
    db,
    `SELECT q.n, x."from", x.amount, x.derived, x.reconciliation, x.difference, x.position
     FROM unnest($1::bigint[], $2::timestamptz[]) WITH ORDINALITY q (account_id, known_at, n)
     CROSS JOIN LATERAL (
       SELECT e.from_on AS "from", e.amount, e.is_derived AS derived, e.reconciliation,
         e.difference, e.position,
         e.accounting_order = max(e.accounting_order) OVER (ORDER BY e.from_on) AS answers
       FROM entry e
       WHERE e.account_id = q.account_id AND e.known_at <= q.known_at AND (e.known_to IS NULL OR e.known_to > q.known_at)
     ) x
     WHERE x.answers
     ORDER BY q.n, x."from"`,
    [accounts.map(({ accountId }) => accountId), accounts.map(({ knownAt }) => knownAt)],
  );
  const found = byOrdinal(accounts, rows);
  return Promise.all(
    accounts.map(async (account, index) => {
      const own = found[index] ?? [];
      if (account.basis === 'AS_FILED') return own;
      return restatedToKnown(
        db,
        own.map((row) => ({ ...row, ...account })),
        account,
      );
    }),
  );
}
