import type { AcquiredDisposed, OwnershipForm, SecurityTable } from '../../parser/index.ts';
import { type CalendarDate, compareText, type Decimal, type Instant } from '../../values/index.ts';

/** In what an amount is counted; amounts of two units are never mixed. */
export type Unit = 'SHARES' | 'USD' | 'UNDERLYING_SHARES';

/** How a reported amount agrees with the one before it (docs/domain.md §5). */
export type Reconciliation = 'OPENING' | 'CONSISTENT' | 'BREAK';

/** Filings in accounting order: by known-at, then by accession number. */
export interface FilingOrder {
  readonly knownAt: Instant;
  /** The filing's order key: its accession number, or its stream while that is unknown. */
  readonly orderKey: string;
}

/**
 * One line of one group (owner, issuer, table, class), with what accounts are worked out from.
 * Everything here was known when the line became known, but for the two fields on amendments.
 */
export interface GroupLine {
  readonly position: bigint;
  readonly filing: FilingOrder;
  readonly table: SecurityTable;
  /** Place in its table, from 1. */
  readonly line: number;
  readonly isTransaction: boolean;
  /** The transaction code as filed; null for a holding line. */
  readonly code: string | null;
  readonly effectiveOn: CalendarDate;
  readonly ownership: OwnershipForm;
  readonly nature: string | null;
  /**
   * The texts of the footnotes that nature and ownership cite, and in Table II the terms; in no
   * order.
   */
  readonly notes: readonly string[];
  readonly conversionOrExercisePrice: Decimal | null;
  readonly exercisableOn: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
  readonly underlyingTitle: string | null;
  readonly acquiredDisposed: AcquiredDisposed | null;
  /** Signed; null for a holding line and where the line does not say. */
  readonly change: Decimal | null;
  /** As reported after the line; null where the line does not say. */
  readonly amount: Decimal | null;
  readonly unit: Unit;
  /**
   * The trade that the line reports: the position of the line that reported it first, its own where
   * none did. Lines of one account with one trade are duplicate reports.
   */
  readonly trade: bigint;
  /** The line of this group that this one replaces, by amendment. */
  readonly replaces: bigint | null;
  /** When an amendment that replaces this line became known. */
  readonly supersededAt: Instant | null;
}

/** A filing that says that nothing of the issuer's is owned as of a day (docs/domain.md §5). */
export interface StatedNothing {
  /** The position of the filing's first event. */
  readonly position: bigint;
  readonly filing: FilingOrder;
  readonly on: CalendarDate;
}

/** The lines of one class of security. */
export interface ClassLines {
  readonly securityClass: string;
  readonly lines: readonly GroupLine[];
}

/** -1, 0 or 1: by known-at, then order key. */
export function compareFilings(a: FilingOrder, b: FilingOrder): number {
  return compareText(a.knownAt, b.knownAt) || compareText(a.orderKey, b.orderKey);
}

/**
 * Whether a line is in force at an instant at which it is known: nothing has replaced it by then.
 */
export function isInForce({ supersededAt }: Pick<GroupLine, 'supersededAt'>, at: Instant): boolean {
  return supersededAt === null || supersededAt > at;
}

/** The earlier of two instants; null is without an end. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
