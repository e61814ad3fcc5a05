import type { Queryable } from '../../../database/index.ts';
import type { Instant } from '../../../values/index.ts';

/** An event after which lines that were reported no longer count, or count again. */
export interface RetractingEvent {
  readonly position: bigint;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  /** Lines that it puts out of force. */
  readonly retracts: readonly {
    readonly line: bigint;
    /** The line in its place; null where none is. */
    readonly by: bigint | null;
  }[];
  /** Lines that an earlier event of the same amendment put out of force, and this does not. */
  readonly releases: readonly bigint[];
}

/**
 * The events of a stretch of the ledger, behind one position and up to another, that retract lines:
 * amendments, each against what the same amendment did before, and readings of a filing
 * (docs/domain.md §4, §6). What an event says never changes, and neither does this.
 */
export async function retractingEvents(
  db: Queryable,
  after: bigint,
  through: bigint,
): Promise<RetractingEvent[]> {
  const { rows } = await db.query<Row>(RETRACTING, [after, through]);
  return rows.map(({ position, recordedAt, knownAt, out, before }) => {
    const stood = new Set((before ?? []).map(({ line }) => line));
    const now = new Set(out.map(({ line }) => line));
    return {
      position,
      recordedAt,
      knownAt,
      retracts: out
        .filter(({ line }) => !stood.has(line))
        .map(({ line, by }) => ({ line: BigInt(line), by: by === null ? null : BigInt(by) })),
      releases: [...stood].filter((line) => !now.has(line)).map(BigInt),
    };
  });
}

/** Positions are decimal text. */
interface Row extends Pick<RetractingEvent, 'position' | 'recordedAt' | 'knownAt'> {
  readonly out: readonly { readonly line: string; readonly by: string | null }[];
  /** What the amendment put out of force before; null where it is none, or its first. */
  readonly before: readonly { readonly line: string }[] | null;
}

const RETRACTING = `
  WITH event AS (
    SELECT e.position, e.type, e.filing_id, e.recorded_at, e.known_at, e.payload FROM ledger_event e
    WHERE e.type IN ('FILING_AMENDED', 'FILING_REREAD', 'IDENTITY_RESOLVED')
      AND e.position > $1 AND e.position <= $2
  )
  SELECT e.position, e.recorded_at AS "recordedAt", e.known_at AS "knownAt", x.out, x.before
  FROM event e CROSS JOIN LATERAL (
    SELECT e.payload->'superseded' AS out, (
      SELECT b.payload->'superseded' FROM ledger_event b
      WHERE b.filing_id = e.filing_id AND b.type = 'FILING_AMENDED' AND b.position < e.position
      ORDER BY b.position DESC LIMIT 1) AS before
    WHERE e.type = 'FILING_AMENDED'
    UNION ALL
    SELECT (
      SELECT coalesce(json_agg(json_build_object('line', o.position::text, 'by', b.position::text)
        ORDER BY o.position), '[]')
      FROM (
        SELECT (r->>'line')::int AS line, (r->>'by')::int AS by
        FROM json_array_elements(e.payload->'replaced') r
        UNION ALL
        SELECT t::text::int, NULL FROM json_array_elements(e.payload->'takenBack') t
      ) r
        JOIN ledger_event o ON o.filing_id = e.filing_id AND o.sequence = r.line
        LEFT JOIN ledger_event b ON b.filing_id = e.filing_id AND b.sequence = r.by
    ), NULL
    WHERE e.type = 'FILING_REREAD'
    UNION ALL
    SELECT (
      SELECT coalesce(json_agg(json_build_object('line', o.position::text, 'by', NULL)
        ORDER BY o.position), '[]')
      FROM ledger_event o
      WHERE o.filing_id = e.filing_id AND o.type = 'TRANSACTION_REPORTED'
        AND o.position < e.position
        AND NOT o.sequence::text IN (SELECT s::text FROM json_array_elements(e.payload->'lines') s)
    ), NULL
    WHERE e.type = 'IDENTITY_RESOLVED' AND json_typeof(e.payload->'lines') = 'array'
  ) x
  ORDER BY e.position`;
