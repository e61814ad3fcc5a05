import type { LedgerEventType } from '../../ledger/index.ts';
import type { AcquiredDisposed, OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type { TransactionCode } from '../../rules/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../values/index.ts';

/** Which events; what is left out does not narrow. Conditions on a line leave only lines. */
export interface EventFilter {
  readonly types?: readonly LedgerEventType[];
  readonly issuers?: readonly bigint[];
  readonly people?: readonly bigint[];
  readonly codes?: readonly TransactionCode[];
  readonly acquiredDisposed?: AcquiredDisposed;
  readonly ownership?: OwnershipForm;
  readonly table?: SecurityTable;
  readonly effectiveFrom?: CalendarDate;
  readonly effectiveTo?: CalendarDate;
  readonly knownFrom?: Instant;
  readonly knownTo?: Instant;
  /** Shares times price, USD. */
  readonly minValue?: Decimal;
  /** True by default. */
  readonly includeSuperseded?: boolean;
}

/** A window of positions in ledger order, or from the end backwards. */
export interface EventPage {
  readonly limit: number;
  readonly after?: bigint | undefined;
  readonly before?: bigint | undefined;
  readonly backwards?: boolean;
}

/**
 * Takes a value as a parameter of a statement and gives how the statement names it: $1, $2 and so
 * on.
 */
export type Add = (value: unknown) => string;

/**
 * What a filter asks of a line l, codes apart; where there is any of it, other events do not pass.
 */
export function lineConditions(filter: EventFilter, add: Add): string[] {
  const { acquiredDisposed, ownership, table, minValue } = filter;
  return [
    ...(acquiredDisposed === undefined ? [] : [`l.acquired_disposed = ${add(acquiredDisposed)}`]),
    ...(ownership === undefined ? [] : [`l.ownership = ${add(ownership)}`]),
    ...(table === undefined ? [] : [`l.security_table = ${add(table)}`]),
    ...effectiveConditions(filter, add),
    ...(minValue === undefined ? [] : [`l.value >= ${add(minValue)}`]),
  ];
}

/** What a filter asks of the days of a line l. */
export function effectiveConditions({ effectiveFrom, effectiveTo }: EventFilter, add: Add) {
  return [
    ...(effectiveFrom === undefined ? [] : [`l.effective_on >= ${add(effectiveFrom)}`]),
    ...(effectiveTo === undefined ? [] : [`l.effective_on <= ${add(effectiveTo)}`]),
  ];
}

/** What a filter asks of a knownAt in the given column. */
export function knownConditions(filter: EventFilter, column: string, add: Add): string[] {
  const { knownFrom, knownTo } = filter;
  return [
    ...(knownFrom === undefined ? [] : [`${column} >= ${add(knownFrom)}`]),
    ...(knownTo === undefined ? [] : [`${column} <= ${add(knownTo)}`]),
  ];
}
