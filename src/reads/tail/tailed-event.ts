import type { Queryable } from '../../database/index.ts';
import type { LedgerEventType } from '../../ledger/index.ts';
import type { AcquiredDisposed, OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type { TransactionCode } from '../../rules/index.ts';
import type { CalendarDate, Decimal, Instant } from '../../values/index.ts';

/** An event and all that a filter asks about it. */
export interface TailedEvent {
  readonly position: bigint;
  readonly type: LedgerEventType;
  readonly knownAt: Instant;
  /** Its filing's issuer, by every id that leads to it: provisional ones that were resolved too. */
  readonly issuers: readonly bigint[];
  /** Its filing's owners, by every id that leads to one. */
  readonly people: readonly bigint[];
  /** Null where the event is about no line. */
  readonly line: TailedLine | null;
}

/** What a filter asks about a line. */
export interface TailedLine {
  readonly code: TransactionCode | null;
  readonly acquiredDisposed: AcquiredDisposed | null;
  readonly ownership: OwnershipForm;
  readonly table: SecurityTable;
  readonly effectiveOn: CalendarDate;
  /** Shares times price, USD. */
  readonly value: Decimal | null;
  readonly isSuperseded: boolean;
}

/**
 * Events after a position in ledger order, at most `limit`, as far as the projections hold them.
 */
export async function readTailed(
  db: Queryable,
  after: bigint,
  limit: number,
): Promise<TailedEvent[]> {
  const { rows } = await db.query<Row>(TAILED, [after, limit]);
  return rows.map(({ position, type, knownAt, issuers, people, ...line }) => ({
    position,
    type,
    knownAt,
    issuers: issuers.map(BigInt),
    people: people.map(BigInt),
    line: isLine(line) ? line : null,
  }));
}

/** Arrays of ids come as arrays of text. */
type Row = Pick<TailedEvent, 'position' | 'type' | 'knownAt'> & {
  readonly issuers: readonly string[];
  readonly people: readonly string[];
} & (TailedLine | { readonly ownership: null });

function isLine(line: TailedLine | { readonly ownership: null }): line is TailedLine {
  return line.ownership !== null;
}

// The ids of an event are read with it, so that no resolution can come between the two.
const TAILED = `
  WITH page AS (
    SELECT position, type, known_at, filing_id FROM ledger_event
    WHERE position > $1 AND position <= (SELECT position FROM projection_checkpoint)
    ORDER BY position LIMIT $2
  )
  SELECT p.position, p.type, p.known_at AS "knownAt",
    f.issuer_id || ARRAY(SELECT from_id FROM resolved_identity WHERE to_id = f.issuer_id) AS issuers,
    o.people || ARRAY(SELECT from_id FROM resolved_identity WHERE to_id = ANY(o.people)) AS people,
    l.code, l.acquired_disposed AS "acquiredDisposed", l.ownership, l.security_table AS "table",
    l.effective_on AS "effectiveOn", l.value, l.superseded_by IS NOT NULL AS "isSuperseded"
  FROM page p JOIN filing f ON f.id = p.filing_id
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT person_id FROM filing_owner WHERE filing_id = f.id) AS people
    ) o
    LEFT JOIN reported_line l ON l.position = p.position
  ORDER BY p.position`;
