import type pg from 'pg';

/** The connection of a client, with the socket that pg keeps to itself. */
type Connected = pg.PoolClient & {
  readonly connection: { readonly stream: { destroy(error: Error): void } };
};

/** Fails a statement on its connection, in place of running it. */
export type Failure = (client: Connected, run: (statement: string) => unknown) => unknown;

/** PostgreSQL itself raises an error of this SQLSTATE. */
export function raising(state: string): Failure {
  return (_, run) =>
    run(`DO $$ BEGIN RAISE EXCEPTION 'as it says' USING ERRCODE = '${state}'; END $$`);
}

/** PostgreSQL ends the connection while a statement runs. */
export const terminated: Failure = (_, run) => run('SELECT pg_terminate_backend(pg_backend_pid())');

/** The socket fails under a statement as the operating system says, or closes without a word. */
export function cutting(code: string | null): Failure {
  return ({ connection }, run) => {
    const answer = run('SELECT pg_sleep(10)');
    const error = Object.assign(
      new Error(code === null ? '' : `write ${code}`),
      code === null ? {} : { code, errno: -32, syscall: 'write' },
    );
    connection.stream.destroy(code === null ? (undefined as never) : error);
    return answer;
  };
}

/** Fails every statement of pools, but settings, until it is switched. */
export function failingStatements(pools: readonly pg.Pool[]): (failure: Failure | null) => void {
  let failure: Failure | null = null;
  for (const pool of pools) {
    pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      Object.assign(client, {
        query: (...args: [string | { readonly text: string }, ...unknown[]]) => {
          const text = typeof args[0] === 'string' ? args[0] : args[0].text;
          if (failure === null || text.startsWith('SET ')) return query(...args);
          const failed = failure(client as Connected, query) as Promise<unknown>;
          const callback = args.at(-1);
          if (typeof callback !== 'function') return failed;
          return failed.then(
            (answer) => callback(undefined, answer),
            (error: unknown) => callback(error),
          );
        },
      });
    });
  }
  return (next) => {
    failure = next;
  };
}
