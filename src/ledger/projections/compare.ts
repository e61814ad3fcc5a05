import type { Database, Queryable } from '../../database/index.ts';
import { type BuildProgress, beginBuild, buildOn, PROJECTIONS } from './build.ts';
import { compareEnds } from './compare-ends.ts';
import { digests } from './rebuild.ts';

/** A projection beside what a rebuild makes of the events. */
export interface ComparedProjection {
  readonly table: string;
  readonly rows: number;
  /** True where the rows are, value for value, those of the rebuild. */
  readonly same: boolean;
  /** A row that the rebuild does not have, as PostgreSQL writes it; null where it has all. */
  readonly strange: string | null;
}

/** What else a build writes. */
const BESIDE = [
  'family_end',
  'projection_build',
  'projection_checkpoint',
  'unprojected_person',
] as const;

/** Characters of a row that are shown at most. */
const LONGEST_ROW = 300;

/**
 * Holds every projection to one that is built of the events anew, in one state of the ledger, and
 * changes nothing: the rebuild is made in tables of this session alone, which stand before the
 * ledger's own and are dropped at the end. Where families end is held to all of their lines.
 */
export async function compareProjections(
  database: Pick<Database, 'connection'>,
  progress: (done: BuildProgress) => void = () => undefined,
): Promise<ComparedProjection[]> {
  // A connection of its own: on no other would its statements be bound to the ledger's tables yet.
  const db = database.connection();
  await db.connect();
  try {
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const kept = await digests(db);
    for (const table of [...PROJECTIONS, ...BESIDE]) {
      await db.query(`CREATE TEMPORARY TABLE ${table} (LIKE public.${table} INCLUDING ALL)`);
    }
    await db.query('INSERT INTO projection_checkpoint (position) VALUES (0)');
    let at: BuildProgress | null = await beginBuild(db);
    while (at !== null) {
      progress(at);
      at = await buildOn(db, at);
    }
    const built = await digests(db);
    const compared: ComparedProjection[] = [];
    for (const table of PROJECTIONS) {
      const same = kept.get(table)?.digest === built.get(table)?.digest;
      const strange = same ? null : await strangeRow(db, table);
      compared.push({ table, rows: kept.get(table)?.rows ?? 0, same, strange });
    }
    const ends = await compareEnds(db);
    const strange = ends.strange?.slice(0, LONGEST_ROW) ?? null;
    compared.push({ table: 'family_end', rows: ends.rows, same: strange === null, strange });
    return compared;
  } finally {
    await db.query('ROLLBACK').catch(() => undefined);
    await db.end();
  }
}

async function strangeRow(db: Queryable, table: string): Promise<string | null> {
  const { rows } = await db.query<{ row: string }>(
    `SELECT k.row FROM (SELECT t::text AS row FROM public.${table} t) k
     WHERE NOT EXISTS (SELECT FROM ${table} b WHERE b::text = k.row) LIMIT 1`,
  );
  return rows[0]?.row.slice(0, LONGEST_ROW) ?? null;
}
