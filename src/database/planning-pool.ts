import pg from 'pg';

type Mode = 'auto' | 'force_generic_plan';

/** What a statement is given as: text, or text with a name. */
type Statement = string | pg.QueryConfig;

const modes = new WeakMap<object, Mode>();

/**
 * Runs a statement on a connection of a PlanningPool. Named ones are planned once, for whatever
 * values, and all others with their values: a named one is asked so often that to plan it would
 * cost several times what it does itself, and PostgreSQL left to itself would, since by its
 * estimates every list of keys is ten long.
 */
export function planned(client: pg.PoolClient, statement: Statement, values?: unknown[]) {
  const isNamed = typeof statement !== 'string' && statement.name !== undefined;
  const mode = isNamed ? 'force_generic_plan' : 'auto';
  if ((modes.get(client) ?? 'auto') !== mode) {
    modes.set(client, mode);
    // The connection does one thing after the other; if this fails so does the statement.
    client.query(`SET plan_cache_mode = ${mode}`).catch(() => modes.delete(client));
  }
  return client.query(statement as string, values);
}

/** A pool whose statements are planned as `planned` says. */
export class PlanningPool extends pg.Pool {
  override query = (async (...[statement, values]: [Statement, unknown[]?]) => {
    const client = await this.connect();
    try {
      const result = await planned(client, statement, values);
      client.release();
      return result;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }) as pg.Pool['query'];
}
