import type { OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type { Reconciliation, Unit } from '../../rules/index.ts';
import type { Decimal, Instant } from '../../values/index.ts';
import type { HoldingStatus } from './holding-filter.ts';

/** The instant K at which an answer is known; where it is asked for. */
export interface Viewed {
  readonly viewedAt?: Instant;
}

/** The balance of one account at a viewpoint; what the source line says is read from that line. */
export interface HoldingRow extends Viewed {
  readonly accountId: bigint;
  readonly groupId: bigint;
  readonly personId: bigint;
  readonly issuerId: bigint;
  /** Of the event that the balance comes from. */
  readonly position: bigint;
  readonly table: SecurityTable;
  readonly securityClass: string;
  readonly ownership: OwnershipForm;
  readonly nature: string;
  readonly unit: Unit;
  readonly amount: Decimal;
  readonly status: HoldingStatus;
  readonly reconciliation: Reconciliation;
  readonly difference: Decimal | null;
  readonly derived: boolean;
}
