import { insertRows, type Queryable, type Row, type Table } from '../../database/index.ts';
import { addsMore, knownFilings } from '../decisions/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { readFilingEvents } from '../log/index.ts';
import { projectAmendments, supersedeWhenKnown } from './amendments.ts';
import { formerRows, identify } from './filed-ids.ts';
import { filingRow, lineRows, ownerRows, withdrawnRows } from './filing-rows.ts';
import { projectResolutions } from './identities.ts';
import { projectPeopleAndIssuers } from './people-and-issuers.ts';
import { refreshIssuers, refreshPeople } from './refresh-identities.ts';
import { mergeTouched, readBefore, type Touched, touchedSince, UNTOUCHED } from './touched.ts';

/**
 * Brings every projection but the accounts up to the last of these events, which follow the
 * checkpoint in ledger order and are in the ledger. Gives what has to be decided or worked out
 * anew. Runs in the append's own transaction.
 */
export async function projectRows(db: Queryable, events: readonly LedgerEvent[]): Promise<Touched> {
  const last = events.at(-1);
  if (last === undefined) return UNTOUCHED;
  const received = await projectReceived(db, events);
  const updated = await projectUpdated(db, events);
  const moved = await projectResolutions(db, events);
  const amended = await projectAmendments(db, events);
  await holdUpTo(db, last.position);
  const filings = { ...UNTOUCHED, filings: [...received, ...amended] };
  return mergeTouched(filings, updated, moved);
}

/** Notes that the projections hold the events up to a position. */
export async function holdUpTo(db: Queryable, position: bigint): Promise<void> {
  await db.query('UPDATE projection_checkpoint SET position = $1', [position]);
}

/** Rows of the filings received, their owners and lines; gives the filings' ids. */
async function projectReceived(db: Queryable, events: readonly LedgerEvent[]): Promise<bigint[]> {
  const filings = await identify(db, knownFilings(events));
  if (filings.length === 0) return [];
  await projectPeopleAndIssuers(db, filings);
  await insertRows(db, 'filing', filings.map(filingRow));
  await insertRows(db, 'filing_owner', filings.flatMap(ownerRows));
  await insertRows(db, 'reported_line', filings.flatMap(lineRows));
  await insertRows(db, 'reported_line', filings.flatMap(withdrawnRows));
  await insertRows(db, 'former_identity', filings.flatMap(formerRows));
  return filings.map(({ id }) => id);
}

/**
 * Makes the rows of filings again of which a further document or reading tells more, as if it had
 * come first: positions and ids stay, and so does what other filings say of them
 * (docs/domain.md §2).
 */
async function projectUpdated(db: Queryable, events: readonly LedgerEvent[]): Promise<Touched> {
  const here = new Set(events.map(({ position }) => position));
  const ids = [
    ...new Set(
      events
        .filter((event) => addsMore(event) && !here.has(event.filingId))
        .map(({ filingId }) => filingId),
    ),
  ];
  if (ids.length === 0) return UNTOUCHED;
  const upTo = events.at(-1)?.position ?? 0n;
  const filings = await identify(db, knownFilings(await readFilingEvents(db, ids, upTo)));
  const before = await readBefore(db, ids);
  await replaceRows(db, 'filing', filings.map(filingRow), {
    key: 'id',
    kept: ['amends_id', 'amendment_outcome', 'amendment_candidates', 'is_original_missing'],
  });
  await replaceRows(db, 'reported_line', filings.flatMap(lineRows), {
    key: 'position',
    kept: [
      'superseded_by',
      'superseded_known_at',
      'is_left_out',
      'reconciliation',
      'share_of_holding',
      'repeats',
    ],
  });
  await replaceRows(db, 'reported_line', filings.flatMap(withdrawnRows), {
    key: 'position',
    kept: [],
  });
  for (const table of ['filing_owner', 'former_identity']) {
    await db.query(`DELETE FROM ${table} WHERE filing_id = ANY($1)`, [ids]);
  }
  await insertRows(db, 'filing_owner', filings.flatMap(ownerRows));
  await insertRows(db, 'former_identity', filings.flatMap(formerRows));
  const now = filings.map((filing) => filing.ids);
  await refreshIssuers(db, [...before.issuers, ...now.map(({ issuer }) => issuer)]);
  await refreshPeople(db, [...before.people, ...now.flatMap(({ owners }) => owners)]);
  const superseded = await supersedeWhenKnown(db, ids);
  return mergeTouched(await touchedSince(db, before), { ...UNTOUCHED, filings: superseded });
}

/** Rows in place of those of the same key; what other filings say of them is kept. */
async function replaceRows(
  db: Queryable,
  table: Table,
  rows: readonly Row[],
  { key, kept }: { readonly key: string; readonly kept: readonly string[] },
): Promise<void> {
  const columns = [...new Set(rows.flatMap(Object.keys))].filter(
    (column) => column !== key && !kept.includes(column),
  );
  const set = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  await insertRows(db, table, rows, `ON CONFLICT (${key}) DO UPDATE SET ${set}`);
}
