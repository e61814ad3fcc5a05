import type { Queryable } from '../../database/index.ts';
import { groupBy } from '../../values/index.ts';
import type { EventBody, LedgerEvent } from '../events/index.ts';
import type { Append } from '../log/index.ts';
import type { FilingRows } from '../projections/index.ts';

/** An event that follows from what filings say together. */
export interface Decision {
  /** In whose stream it stands. */
  readonly filing: Pick<FilingRows['filing'], 'id' | 'stream' | 'known_at'>;
  readonly body: EventBody;
  /** The filings that may have brought it about, the likeliest first. */
  readonly because: readonly bigint[];
}

/** Decisions as they go on in the streams of their filings, after the ledger and other events. */
export async function appendsOf(
  db: Queryable,
  decisions: readonly Decision[],
  earlier: readonly LedgerEvent[],
): Promise<Append[]> {
  const last = new Map(earlier.map(({ filingId, sequence }) => [filingId, sequence]));
  const others = decisions.map(({ filing }) => filing.id).filter((id) => !last.has(id));
  if (others.length > 0) {
    const { rows } = await db.query<{ id: bigint; sequence: number }>(
      `SELECT filing_id AS id, max(sequence) AS sequence FROM ledger_event
       WHERE filing_id = ANY($1) GROUP BY filing_id`,
      [others],
    );
    for (const { id, sequence } of rows) last.set(id, sequence);
  }
  return [...groupBy(decisions, ({ filing }) => filing.id)].map(([filingId, own]) => {
    const { stream, known_at: knownAt } = (own[0] as Decision).filing;
    const sequence = (last.get(filingId) ?? -1) + 1;
    return { stream, filingId, sequence, knownAt, bodies: own.map(({ body }) => body) };
  });
}
