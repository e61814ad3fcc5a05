import type { AcquiredDisposed, OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../values/index.ts';
import type { TransactionCode } from '../decisions/index.ts';
import type { LedgerEventType } from '../events/index.ts';

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

/** The filter as conditions on an event e, its filing f and its line l, with their values. */
export function conditions(filter: EventFilter): { where: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (condition: string, value: unknown) => {
    if (value !== undefined) where.push(condition.replace('?', `$${values.push(value)}`));
  };
  add('e.type = ANY(?::ledger_event_type[])', filter.types);
  add('f.issuer_id = ANY(?)', filter.issuers);
  add(
    'e.filing_id IN (SELECT filing_id FROM filing_owner WHERE person_id = ANY(?))',
    filter.people,
  );
  add('l.code = ANY(?::transaction_code[])', filter.codes);
  add('l.acquired_disposed = ?', filter.acquiredDisposed);
  add('l.ownership = ?', filter.ownership);
  add('l.security_table = ?', filter.table);
  add('l.effective_on >= ?', filter.effectiveFrom);
  add('l.effective_on <= ?', filter.effectiveTo);
  add('f.known_at >= ?', filter.knownFrom);
  add('f.known_at <= ?', filter.knownTo);
  add('l.value >= ?', filter.minValue);
  if (filter.includeSuperseded === false) where.push('l.superseded_by IS NULL');
  return { where, values };
}
