import pg from 'pg';

type Mode = 'auto' | 'force_generic_plan';

/**
 * A pool on whose connections named statements are planned once, for whatever values, and all others with
 * their values. A named one is asked so often that to plan it would cost several times what it does
 * itself, and PostgreSQL left to itself would: by its estimates every list of keys is ten long.
 */
export class PlanningPool extends pg.Pool {
  readonly #modes = new WeakMap<pg.PoolClient, Mode>();

  override query = (async (...[statement, values]: [string | pg.QueryConfig, unknown[]?]) => {
    const client = await this.connect();
    try {
      const isNamed = typeof statement !== 'string' && statement.name !== undefined;
      await this.#plan(client, isNamed ? 'force_generic_plan' : 'auto');
      const result = await client.query(statement as string, values);
      client.release();
      return result;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }) as pg.Pool['query'];

  async #plan(client: pg.PoolClient, mode: Mode): Promise<void> {
    if ((this.#modes.get(client) ?? 'auto') === mode) return;
    await client.query(`SET plan_cache_mode = ${mode}`);
    this.#modes.set(client, mode);
  }
}
