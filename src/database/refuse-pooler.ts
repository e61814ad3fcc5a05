import pg from 'pg';
import { Anomaly } from '../values/index.ts';

/** One of the settings that a session begins with (database.ts), and none of PostgreSQL's own. */
const SETTING = { name: 'random_page_cost', value: '1.1' } as const;

const MESSAGE =
  'DATABASE_URL leads to a pooler (pgbouncer or the like) that does not keep a session together. Prepared statements, settings and LISTEN need one: name PostgreSQL itself.';

/**
 * Refuses, as Incorrect, the address of a pooler that keeps no session together: it drops, or does
 * not take, the settings that a session begins with. Any other fault is left to who connects next.
 */
export async function refusePooler(connectionString: string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    options: `-c ${SETTING.name}=${SETTING.value}`,
  });
  client.on('error', () => undefined);
  let begun: string | undefined;
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, string>>(`SHOW ${SETTING.name}`);
    begun = rows[0]?.[SETTING.name];
  } catch (cause) {
    const isPooler = /unsupported startup parameter/i.test((cause as Error).message);
    if (isPooler) throw new Anomaly('Incorrect', MESSAGE, { cause });
    return;
  } finally {
    await client.end().catch(() => undefined);
  }
  if (begun !== SETTING.value) throw new Anomaly('Incorrect', MESSAGE);
}
