import type { Queryable } from '../../../database/index.ts';
import type { Instant } from '../../../values/index.ts';
import { linePasses, type TransactionFilter, transactionPage } from '../transactions/index.ts';
import { ALWAYS, type NoticedLine, noticedLines } from './noticed-line.ts';

/** That a line was reported, or that one that was reported no longer counts. */
export interface LineNotice {
  readonly line: NoticedLine;
  /** Null of a line that is reported. */
  readonly retraction: LineRetraction | null;
}

/** By what a line no longer counts (docs/domain.md §4, §6). */
export interface LineRetraction {
  /** Position of the event that says so. */
  readonly position: bigint;
  /** Hex. */
  readonly hash: string;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  /** Position of the line that stands in its place; null where none does. */
  readonly by: bigint | null;
}

/**
 * The latest notices of transactions that pass a filter, the last in the ledger first: the lines as
 * they were reported, superseded ones too, and apart from them that an amendment superseded one or
 * a later reading took it back. At most so many.
 */
export async function latestNotices(
  db: Queryable,
  filter: TransactionFilter,
  limit: number,
): Promise<LineNotice[]> {
  const reported = await transactionPage(
    db,
    { filter: { ...filter, includeSuperseded: true }, knownAt: ALWAYS },
    { by: 'POSITION', direction: 'DESC' },
    { limit, backwards: false, parts: [] },
  );
  const retractions = await latestRetractions(db, filter, limit);
  const latest: { readonly at: bigint; readonly of: bigint; readonly row: Retracted | null }[] = [
    ...reported.map(({ position }) => ({ at: position, of: position, row: null })),
    ...retractions.map((row) => ({ at: row.position, of: row.of, row })),
  ];
  latest.sort((a, b) => Number(b.at - a.at) || Number(b.of - a.of));
  const shown = latest.slice(0, limit);
  const lines = await noticedLines(db, [...new Set(shown.map(({ of }) => of))]);
  const byPosition = new Map(lines.map((line) => [line.position, line]));
  return shown.flatMap(({ of, row }): LineNotice[] => {
    const line = byPosition.get(of);
    if (line === undefined) return [];
    if (row === null) return [{ line, retraction: null }];
    const { of: _, ...retraction } = row;
    return [{ line, retraction }];
  });
}

interface Retracted extends LineRetraction {
  /** The line's position. */
  readonly of: bigint;
}

/** The latest retractions of lines that pass a filter. */
async function latestRetractions(
  db: Queryable,
  filter: TransactionFilter,
  limit: number,
): Promise<Retracted[]> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { from, where } = linePasses(filter, ALWAYS, add);
  const lines = (columns: string, conditions: string, order: string) =>
    `(SELECT ${columns} FROM ${from}
      WHERE ${['l.is_transaction', conditions, ...where].join(' AND ')}
      ORDER BY ${order} DESC LIMIT ${add(limit)})`;
  const { rows } = await db.query<Retracted>(
    `SELECT x.position AS of, nullif(x.by, e.filing_id) AS by, e.position, e.hash,
       e.recorded_at AS "recordedAt", e.known_at AS "knownAt"
     FROM (
       ${lines(
         `l.position, 'FILING_AMENDED' AS type, l.superseded_by AS by,
          CASE WHEN l.is_left_out THEN l.filing_id ELSE l.superseded_by END AS via`,
         'l.superseded_by IS NOT NULL AND NOT l.is_taken_back',
         'l.superseded_by',
       )}
       UNION ALL
       ${lines("l.position, 'FILING_REREAD', NULL, l.filing_id", 'l.is_taken_back', 'l.position')}
     ) x CROSS JOIN LATERAL (
       SELECT e.position, e.filing_id, encode(e.hash, 'hex') AS hash, e.recorded_at, e.known_at
       FROM ledger_event b JOIN ledger_event e ON e.filing_id = b.filing_id
       WHERE b.position = x.via AND (e.type::text = x.type
         OR x.type = 'FILING_REREAD' AND e.type = 'IDENTITY_RESOLVED')
       ORDER BY e.position DESC LIMIT 1
     ) e
     ORDER BY e.position DESC, x.position DESC LIMIT ${add(limit)}`,
    values,
  );
  return rows;
}
