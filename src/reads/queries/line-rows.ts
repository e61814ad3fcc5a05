import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { AcquiredDisposed, OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type {
  LineFlag,
  Reconciliation,
  Rule10b5One,
  TransactionCode,
  Unit,
} from '../../rules/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../values/index.ts';

/** The cells of a line that most questions ask for. */
export interface LineCells {
  readonly securityTitle: string;
  readonly securityTable: SecurityTable;
  readonly securityClass: string;
  readonly effectiveOn: CalendarDate;
  /** Null for a holding line, as are code, shares, pricePerShare and acquiredDisposed. */
  readonly transactionDate: CalendarDate | null;
  readonly code: TransactionCode | null;
  readonly shares: Decimal | null;
  readonly pricePerShare: Decimal | null;
  readonly acquiredDisposed: AcquiredDisposed | null;
  readonly ownership: OwnershipForm;
  readonly nature: string | null;
  readonly amountAfter: Decimal | null;
  readonly unitAfter: Unit | null;
}

/** The terms of a derivative; each null where it has none. */
export interface SecurityTerms {
  readonly conversionOrExercisePrice: Decimal | null;
  readonly exercisableOn: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
  readonly underlyingTitle: string | null;
}

/** A line of a filing with all its cells, the footnotes that they cite apart. */
export interface LineRow extends LineCells, SecurityTerms {
  /** Place in its table, from 1. */
  readonly line: number;
  readonly underlyingShares: Decimal | null;
  readonly underlyingValue: Decimal | null;
  readonly deemedExecutionDate: CalendarDate | null;
  readonly codeAsFiled: string | null;
  readonly formType: string | null;
  readonly timeliness: 'ON_TIME' | 'EARLY' | 'LATE' | null;
  readonly voluntary: boolean;
  readonly equitySwapInvolved: boolean;
  readonly totalValue: Decimal | null;
  readonly value: Decimal | null;
  readonly valueIsDerived: boolean;
  readonly reconciliation: Reconciliation | null;
  /** The change by what was held before it. */
  readonly shareOfHolding: Decimal | null;
  readonly flags: readonly LineFlag[];
  /** Position of the event that supersedes it. */
  readonly supersedingPosition: bigint | null;
}

/** A line by itself: which event's it is, and when it became known. */
export interface PlacedLine extends LineRow {
  readonly position: bigint;
  readonly knownAt: Instant;
}

/** A footnote as the ledger stores it. */
export interface StoredFootnote {
  readonly id: string;
  readonly text: string;
}

/** What the cells of a line cite, and the footnotes and the Rule 10b5-1 box of its filing. */
export interface CitedFootnotes {
  readonly position: bigint;
  readonly citations: readonly { readonly field: string; readonly id: string }[];
  readonly footnotes: readonly StoredFootnote[];
  readonly rule10b5One: Rule10b5One;
}

/** SQL for the cells of a line l that most questions ask for. */
export const LINE_CELLS = `l.security_title AS "securityTitle", l.security_table AS "securityTable",
  l.security_class AS "securityClass", l.effective_on AS "effectiveOn",
  l.transaction_date AS "transactionDate", l.code, l.shares, l.price_per_share AS "pricePerShare",
  l.acquired_disposed AS "acquiredDisposed", l.ownership, l.nature, l.amount_after AS "amountAfter",
  l.unit_after AS "unitAfter"`;

/** SQL for a line's terms of a derivative. */
export const SECURITY_TERMS = `l.conversion_or_exercise_price AS "conversionOrExercisePrice",
  l.exercisable_on AS "exercisableOn", l.expires_on AS "expiresOn", l.underlying_title AS "underlyingTitle"`;

/** SQL for all cells of a line l. */
export const WHOLE_LINE = `${LINE_CELLS}, ${SECURITY_TERMS}, l.line,
  l.underlying_shares AS "underlyingShares", l.underlying_value AS "underlyingValue",
  l.deemed_execution_date AS "deemedExecutionDate", l.code_as_filed AS "codeAsFiled",
  l.form_type AS "formType", l.timeliness, l.voluntary, l.equity_swap_involved AS "equitySwapInvolved",
  l.total_value AS "totalValue", l.value, l.value_is_derived AS "valueIsDerived", l.reconciliation,
  l.share_of_holding AS "shareOfHolding", l.flags::text[] AS flags,
  l.superseded_by AS "supersedingPosition"`;

/** Lines by position, in no order; those alone that there are. */
export function linesAt(db: Queryable, positions: readonly bigint[]): Promise<PlacedLine[]> {
  const text = `SELECT l.position, l.known_at AS "knownAt", ${WHOLE_LINE} FROM reported_line l WHERE l.position = ANY($1)`;
  return queryPrepared(db, text, [positions]);
}

/** What lines cite, by position, in no order. */
export function citationsAt(
  db: Queryable,
  positions: readonly bigint[],
): Promise<CitedFootnotes[]> {
  return queryPrepared(
    db,
    `SELECT l.position, l.footnotes AS citations, f.footnotes, f.rule_10b5_one AS "rule10b5One"
     FROM reported_line l JOIN filing f ON f.id = l.filing_id WHERE l.position = ANY($1)`,
    [positions],
  );
}
