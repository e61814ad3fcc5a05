import type { Queryable } from '../../database/index.ts';
import { type HeldFilingState, knownFilings } from '../decisions/index.ts';
import { readFilingEvents } from '../log/index.ts';

/**
 * Reads all that is known of some filings, and where their streams go on, into a map by their ids.
 */
export async function readKnown(
  db: Queryable,
  known: Map<bigint, HeldFilingState>,
  filingIds: readonly bigint[],
): Promise<void> {
  if (filingIds.length === 0) return;
  const events = await readFilingEvents(db, filingIds);
  const last = new Map(events.map(({ filingId, sequence }) => [filingId, sequence]));
  for (const filing of knownFilings(events)) {
    known.set(filing.id, { ...filing, sequence: (last.get(filing.id) ?? 0) + 1 });
  }
}
