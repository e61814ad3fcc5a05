import { type Queryable, stepTogether, withIndexScans } from '../../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { readEvents } from '../log/index.ts';
import { ChangedFilings } from './changed-filings.ts';
import { markDuplicateReports } from './duplicate-reports.ts';
import { linesLost, RULES, takeLater } from './later.ts';
import { foldNames } from './names.ts';
import { foldEvents } from './project.ts';
import { projectPeople } from './project-people.ts';
import { readNames } from './read-names.ts';
import { heldUpTo, writeFilings, writeLost } from './write.ts';

/** Every table that the events alone decide. */
export const PROJECTIONS = [
  'issuer',
  'issuer_name',
  'issuer_ticker',
  'issuer_former_name',
  'issuer_facts',
  'person',
  'person_name',
  'filing',
  'filing_owner',
  'reported_line',
  'account',
  'entry',
  'relationship',
  'resolved_identity',
  'former_identity',
] as const;

/**
 * What of a build comes next: rows of filings from events, in the order of the ledger; which of
 * their lines report one trade, issuer by issuer; then accounts and relationships, person by
 * person, each once. LATER is that of people whom a large ingest has left for its end.
 */
type Stage = 'FILINGS' | 'ISSUERS' | 'PEOPLE' | 'LATER';

/** How far a build is: the last position, or the last issuer or person, that it has done. */
export interface BuildProgress {
  readonly stage: Stage;
  readonly through: bigint;
}

/** The build that is under way; null where none is, or one by other rules than today's. */
export async function readBuild(db: Queryable): Promise<BuildProgress | null> {
  const { rows } = await db.query<BuildProgress>(
    `SELECT stage, through FROM projection_build WHERE rules = (${RULES})`,
  );
  return rows[0] ?? null;
}

/** Drops every projection, to be built from the events step by step. */
export async function beginBuild(db: Queryable): Promise<BuildProgress> {
  await db.query(`TRUNCATE ${PROJECTIONS.join(', ')}, family_end, projection_build,
    unprojected_person`);
  await db.query('UPDATE projection_checkpoint SET position = 0');
  const begun = { stage: 'FILINGS', through: 0n } as const;
  await db.query(`INSERT INTO projection_build (rules, stage, through) SELECT (${RULES}), $1, $2`, [
    begun.stage,
    begun.through,
  ]);
  return begun;
}

/** Builds one step on; null where all is built. A step takes bounded memory. */
export async function buildOn(db: Queryable, at: BuildProgress): Promise<BuildProgress | null> {
  const next = await withIndexScans(db, () => STEPS[at.stage](db, at.through));
  if (next === null) {
    await db.query('TRUNCATE projection_build');
    const { rows } = await db.query<{ head: bigint }>(
      'SELECT coalesce(max(position), 0) AS head FROM ledger_event',
    );
    await stepTogether(db, [heldUpTo(rows[0]?.head ?? 0n)]);
    return null;
  }
  await db.query('UPDATE projection_build SET stage = $1, through = $2', [
    next.stage,
    next.through,
  ]);
  return next;
}

const LEAST = -(2n ** 63n);

const STEPS: Record<Stage, (db: Queryable, after: bigint) => Promise<BuildProgress | null>> = {
  async FILINGS(db, after) {
    const events = await readWholeFilings(db, after);
    const last = events.at(-1);
    if (last === undefined) return { stage: 'ISSUERS', through: LEAST };
    await projectFilings(db, events);
    return { stage: 'FILINGS', through: last.position };
  },
  async ISSUERS(db, after) {
    const issuers = await readIds(db, 'issuer', after, ISSUERS_A_STEP);
    const last = issuers.at(-1);
    if (last === undefined) return { stage: 'PEOPLE', through: LEAST };
    const changed = new ChangedFilings(db);
    await markDuplicateReports(db, changed, issuers);
    await writeFilings(db, changed, null);
    return { stage: 'ISSUERS', through: last };
  },
  async PEOPLE(db, after) {
    const people = await readIds(db, 'person', after, PEOPLE_A_STEP);
    const last = people.at(-1);
    if (last === undefined) return null;
    await projectPeople(db, people);
    return { stage: 'PEOPLE', through: last };
  },
  async LATER(db) {
    const taken = await takeLater(db, PEOPLE_A_STEP);
    const last = taken.people.at(-1);
    if (last === undefined) return null;
    await projectPeople(db, taken.people);
    await writeLost(db, await linesLost(db, taken));
    return { stage: 'LATER', through: last };
  },
};

const EVENTS_A_STEP = 5_000;
const ISSUERS_A_STEP = 200;
const PEOPLE_A_STEP = 800;

/** The next events, all lines of a filing with it. */
async function readWholeFilings(db: Queryable, after: bigint): Promise<LedgerEvent[]> {
  for (let limit = EVENTS_A_STEP; ; limit *= 2) {
    const events = await readEvents(db, after, limit);
    if (events.length < limit) return events;
    const start = events.findLastIndex(({ type }) => type === 'FILING_RECEIVED');
    if (start > 0) return events.slice(0, start);
  }
}

/** Brings the rows of filings, and what these call people and issuers, up to some events. */
async function projectFilings(db: Queryable, events: readonly LedgerEvent[]): Promise<void> {
  const changed = new ChangedFilings(db);
  await foldEvents(db, changed, events);
  const names = foldNames(await readNames(db, changed), changed.after);
  await writeFilings(db, changed, names);
}

async function readIds(db: Queryable, table: 'issuer' | 'person', after: bigint, count: number) {
  const { rows } = await db.query<{ id: bigint }>(
    `SELECT id FROM ${table} WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, count],
  );
  return rows.map(({ id }) => id);
}
