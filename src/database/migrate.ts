import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { Anomaly } from '../values/index.ts';

const MIGRATIONS = new URL('../../prisma/migrations/', import.meta.url);

/** The lock that Prisma's own migrate takes, so that the two never run at once. */
const LOCK = 72_707_369;

const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/**
 * Applies the migrations that a database lacks, each whole or not at all, and gives their names.
 * Several processes may call it at once. `isWanted` keeps to the migrations of an earlier time.
 * Fails with a Conflict where an applied migration was edited since, with Unavailable where the
 * database cannot be reached.
 */
export async function migrate(
  connectionString: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
  } catch (cause) {
    throw new Anomaly('Unavailable', `The database cannot be reached: ${String(cause)}`, { cause });
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    // A login without the right to create anything may still find the tables up to date.
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS history");
    if (rows[0]?.history === null) await client.query(HISTORY);
    return await applyMissing(client, isWanted);
  } finally {
    await client.end();
  }
}

async function applyMissing(
  client: pg.Client,
  isWanted: (name: string) => boolean,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const added: string[] = [];
  for (const name of (await migrationNames()).filter(isWanted)) {
    const script = await readFile(new URL(`${name}/migration.sql`, MIGRATIONS), 'utf8');
    const checksum = createHash('sha256').update(script).digest('hex');
    const before = applied.get(name);
    if (before === checksum) continue;
    if (before !== undefined) {
      throw new Anomaly('Conflict', `Migration ${name} was changed after it was applied.`);
    }
    await apply(client, { name, script, checksum });
    added.push(name);
  }
  return added;
}

/** One simple query a script: functions keep their $$ bodies, and a fault undoes all of it. */
async function apply(
  client: pg.Client,
  migration: { name: string; script: string; checksum: string },
): Promise<void> {
  try {
    await client.query(`BEGIN;\n${migration.script}`);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Anomaly('Fault', `Migration ${migration.name} failed: ${String(cause)}`, { cause });
  }
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
