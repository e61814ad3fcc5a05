import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { LedgerEventType } from '../../ledger/index.ts';
import type { Instant } from '../../values/index.ts';
import { LINE_CELLS, type LineRow, WHOLE_LINE } from './line-rows.ts';
import type { Part } from './parts.ts';

/** What chains an event to the one before it; hashes in hex. */
export interface EventSeal {
  readonly recordedAt: Instant;
  readonly hash: string;
  readonly previousHash: string | null;
}

/** What the hash of an event covers, beside its position, type and filing. */
export interface HashedCells {
  readonly stream: string;
  readonly sequence: number;
  /** As it was appended. */
  readonly ownKnownAt: Instant;
  readonly recordedAt: Instant;
  readonly payload: unknown;
}

/** An event, with as much of its line and its seal as was asked for. */
export interface EventRow extends Partial<LineRow>, Partial<EventSeal>, Partial<HashedCells> {
  readonly position: bigint;
  readonly type: LedgerEventType;
  readonly filingId: bigint;
  readonly issuerId: bigint;
  /**
   * The filing's: a richer rendition may tell it better than the event could (docs/domain.md §3).
   */
  readonly knownAt: Instant;
}

const EVENT = `e.position, e.type, e.filing_id AS "filingId", f.issuer_id AS "issuerId",
  f.known_at AS "knownAt"`;

const LINE_OF_EVENT = `l.position, 'TRANSACTION_REPORTED' AS type, l.filing_id AS "filingId",
  l.issuer_id AS "issuerId", l.known_at AS "knownAt"`;

const SEAL = `e.recorded_at AS "recordedAt", encode(e.hash, 'hex') AS hash,
  encode(e.previous_hash, 'hex') AS "previousHash"`;

const HASHED = `e.stream, e.sequence, e.known_at AS "ownKnownAt", e.payload,
  e.recorded_at AS "recordedAt"`;

/** SQL for the cells of a line l that are asked for. */
function cellColumns(parts: readonly Part[]): string[] {
  if (parts.includes('line')) return [WHOLE_LINE];
  return parts.includes('cells') ? [LINE_CELLS] : [];
}

/** SQL for the columns of an event e of a filing f, with its line l. */
export function eventColumns(parts: readonly Part[]): string {
  const columns = [EVENT, ...cellColumns(parts)];
  if (parts.includes('seal')) columns.push(SEAL);
  if (parts.includes('canonical')) columns.push(HASHED);
  return columns.join(', ');
}

/**
 * SQL for the columns of the event of a transaction's line l, all from the line itself; null where
 * more of the event is asked for.
 */
export function transactionColumns(parts: readonly Part[]): string | null {
  if (parts.includes('seal') || parts.includes('canonical')) return null;
  return [LINE_OF_EVENT, ...cellColumns(parts)].join(', ');
}

/** SQL that joins the line l of an event e, where any of it is to be read. */
export function joinLine(parts: readonly Part[]): string {
  const isAsked = parts.includes('line') || parts.includes('cells');
  return isAsked ? 'LEFT JOIN reported_line l ON l.position = e.position' : '';
}

/** Events by position, in no order; those alone that there are. */
export function eventsAt(
  db: Queryable,
  positions: readonly bigint[],
  parts: readonly Part[],
): Promise<EventRow[]> {
  return queryPrepared(db, `${select(parts)} WHERE e.position = ANY($1)`, [positions]);
}

/** Events of filings in ledger order. */
export function eventsOfFilings(
  db: Queryable,
  filingIds: readonly bigint[],
  parts: readonly Part[],
): Promise<EventRow[]> {
  return queryPrepared(db, `${select(parts)} WHERE e.filing_id = ANY($1) ORDER BY e.position`, [
    filingIds,
  ]);
}

/**
 * The lines that filings have now, of both types, by table and place: no later reading took them
 * back (docs/domain.md §4).
 */
export function linesOfFilings(
  db: Queryable,
  filingIds: readonly bigint[],
  parts: readonly Part[],
): Promise<EventRow[]> {
  const text = `SELECT ${eventColumns(parts)} FROM reported_line l
      JOIN ledger_event e ON e.position = l.position JOIN filing f ON f.id = l.filing_id
    WHERE l.filing_id = ANY($1) AND NOT l.is_taken_back
    ORDER BY l.filing_id, l.security_table, l.line`;
  return queryPrepared(db, text, [filingIds]);
}

/** The newest event; null while the ledger is empty. */
export async function newestEvent(db: Queryable, parts: readonly Part[]): Promise<EventRow | null> {
  const newest = 'WHERE e.position = (SELECT max(position) FROM ledger_event)';
  const [row] = await queryPrepared<EventRow>(db, `${select(parts)} ${newest}`, []);
  return row ?? null;
}

function select(parts: readonly Part[]): string {
  return `SELECT ${eventColumns(parts)} FROM ledger_event e LEFT JOIN filing f ON f.id = e.filing_id
    ${joinLine(parts)}`;
}
