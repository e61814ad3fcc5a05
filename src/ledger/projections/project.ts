import { insertRows, type Queryable } from '../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { projectAmendments } from './amendments.ts';
import { inFilings } from './filing-events.ts';
import { filingRow, lineRows, ownerRows } from './filing-rows.ts';
import { filedIds, projectResolutions, readResolutions } from './identities.ts';
import { projectPeopleAndIssuers } from './people-and-issuers.ts';

/**
 * Brings every projection but the accounts up to the last of these events, which follow the checkpoint
 * in ledger order and hold whole filings. Gives the filings whose groups have to be worked out anew.
 * Runs in the append's own transaction.
 */
export async function projectRows(
  db: Queryable,
  events: readonly LedgerEvent[],
): Promise<bigint[]> {
  const last = events.at(-1);
  if (last === undefined) return [];
  const ids = await projectFilings(db, events);
  const moved = await projectResolutions(db, events);
  const amended = await projectAmendments(db, events);
  await db.query('UPDATE projection_checkpoint SET position = $1', [last.position]);
  return [...new Set([...ids, ...moved, ...amended])];
}

/** Rows of the filings received, their owners and lines; gives the filings' ids. */
async function projectFilings(db: Queryable, events: readonly LedgerEvent[]): Promise<bigint[]> {
  const received = inFilings(events);
  if (received.length === 0) return [];
  const resolutions = await readResolutions(db);
  const filings = received.map((filing) => ({
    ...filing,
    ids: filedIds(filing.filing, resolutions),
  }));
  await projectPeopleAndIssuers(db, filings);
  await insertRows(
    db,
    'filing',
    filings.map((filing) => filingRow(filing, filing.ids)),
  );
  await insertRows(
    db,
    'filing_owner',
    filings.flatMap((filing) => ownerRows(filing, filing.ids)),
  );
  await insertRows(
    db,
    'reported_line',
    filings.flatMap((filing) => lineRows(filing, filing.ids)),
  );
  return received.map((filing) => filing.received.position);
}
