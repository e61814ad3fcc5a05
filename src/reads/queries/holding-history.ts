import type { Queryable } from '../../database/index.ts';
import type { OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type { AccountEvidence, Reconciliation, Unit } from '../../rules/index.ts';
import { type CalendarDate, type Decimal, type Instant, newYorkDate } from '../../values/index.ts';
import { knownThen } from './in-force.ts';
import { type Basis, withActions } from './restatements.ts';

/** One line of an account's history, as it stood in accounting order at a viewpoint's knownAt. */
export interface HistoryRow {
  readonly accountId: bigint;
  readonly issuerId: bigint;
  readonly position: bigint;
  readonly effectiveOn: CalendarDate;
  readonly knownAt: Instant;
  readonly change: Decimal | null;
  readonly amount: Decimal;
  readonly unit: Unit;
  readonly reconciliation: Reconciliation;
  /** Reported minus expected, where it breaks. */
  readonly difference: Decimal | null;
  /** Why the line is in this account. */
  readonly evidence: AccountEvidence;
}

/** A line of a history, and the instant K at which it is asked for. */
export type ViewedHistoryRow = HistoryRow & { readonly viewedAt: Instant };

/** Which accounts' histories to give. */
export interface HistoryFilter {
  readonly ownership?: OwnershipForm;
  readonly table?: SecurityTable;
  readonly securityClass?: string;
}

/**
 * Every entry known at an instant of one person's accounts in one issuer, superseded ones left out:
 * by table, class, direct before indirect, nature, account, then in accounting order. As filed, or
 * restated to the day of that instant.
 */
export async function holdingHistory(
  db: Queryable,
  subject: { readonly personId: bigint; readonly issuerId: bigint },
  knownAt: Instant,
  filter: HistoryFilter,
  basis: Basis = 'AS_FILED',
): Promise<ViewedHistoryRow[]> {
  const { rows } = await db.query<HistoryRow>(
    `SELECT e.account_id AS "accountId", e.issuer_id AS "issuerId", e.position, e.from_on AS "effectiveOn",
       e.known_at AS "knownAt", e.change, e.amount, e.unit, e.reconciliation,
       e.difference, e.evidence
     FROM entry e JOIN account a ON a.id = e.account_id AND a.person_id = $1
     WHERE e.person_id = $1 AND e.issuer_id = $2 AND NOT e.is_restated
       AND ${knownThen('e', '$3', 'superseded_at')}
       AND ($4::ownership_form IS NULL OR a.ownership = $4)
       AND ($5::security_table IS NULL OR a.security_table = $5)
       AND ($6::text IS NULL OR a.security_class = $6)
     ORDER BY a.security_table, a.security_class, a.ownership, a.nature, e.account_id,
       e.accounting_order`,
    [
      subject.personId,
      subject.issuerId,
      knownAt,
      filter.ownership ?? null,
      filter.table ?? null,
      filter.securityClass ?? null,
    ],
  );
  const viewed = rows.map((row) => ({ ...row, viewedAt: knownAt }));
  return restatedToKnown(db, viewed, { basis, knownAt });
}

/** Rows of a history, restated to the day on which they are known (docs/domain.md §5). */
export function restatedToKnown<Row extends Parameters<typeof withActions>[1][number]['row']>(
  db: Queryable,
  rows: readonly Row[],
  { basis, knownAt }: { readonly basis: Basis; readonly knownAt: Instant },
): Promise<Row[]> {
  const viewpoint = { asOf: newYorkDate(knownAt), knownAt };
  const viewed = rows.map((row) => ({ row, viewpoint }));
  return withActions(db, viewed, basis === 'ADJUSTED' ? 'adjusted' : 'none');
}
