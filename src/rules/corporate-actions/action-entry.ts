import type { SecurityTable } from '../../parser/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../values/index.ts';
import type { Reconciliation, Unit } from '../accounts/index.ts';

/** An entry of an account of an issuer, with what actions are judged by. */
export interface ActionEntry {
  readonly accountId: bigint;
  readonly personId: bigint;
  readonly table: SecurityTable;
  readonly securityClass: string;
  readonly underlyingClass: string | null;
  readonly unit: Unit;
  readonly position: bigint;
  readonly filingId: bigint;
  /** Orders filings of one known-at. */
  readonly orderKey: string;
  readonly isTransaction: boolean;
  readonly knownAt: Instant;
  readonly effectiveOn: CalendarDate;
  readonly change: Decimal | null;
  readonly amount: Decimal;
  readonly reconciliation: Reconciliation;
  /** Reported minus expected, where it breaks. */
  readonly difference: Decimal | null;
}
