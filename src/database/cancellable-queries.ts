import type pg from 'pg';
import type { Database, Queryable } from './database.ts';
import { planned } from './planning-pool.ts';

/** Statements that belong together and can be stopped together: those of one operation. */
export interface CancellableQueries extends Queryable {
  /** Stops those that run, and refuses more: both fail with the reason. */
  cancel(reason: Error): void;
  /**
   * Does work that has connections of its own as one of the group: once the group is stopped it fails
   * with the reason. What it runs then ends by its own time limit.
   */
  run<Result>(text: string, work: () => Promise<Result>): Promise<Result>;
}

/** Told that a statement begins, by its text; what it gives is told that it ended, and how it failed. */
export type StatementObserver = (text: string) => (failure?: unknown) => void;

type Stoppable = pg.PoolClient & { readonly processID?: number };

/** Makes groups of cancellable statements over one database. */
export class Cancellation {
  readonly #database: Pick<Database, 'pool' | 'connection'>;
  #stopping = Promise.resolve();
  #stopper: Promise<pg.Client> | undefined;
  #isClosed = false;

  constructor(database: Pick<Database, 'pool' | 'connection'>) {
    this.#database = database;
  }

  /** A new group. An observer is told of each of its statements. */
  queries(observe?: StatementObserver): CancellableQueries {
    const running = new Set<Stoppable>();
    let reason: Error | undefined;
    const query = async (...[statement, values]: [string | pg.QueryConfig, unknown[]?]) => {
      if (reason !== undefined) throw reason;
      const client = (await this.#database.pool.connect()) as Stoppable;
      if (reason !== undefined) {
        client.release();
        throw reason;
      }
      running.add(client);
      try {
        return await planned(client, statement, values);
      } catch (error) {
        throw reason ?? error;
      } finally {
        running.delete(client);
        // Given back only after the statement to stop it, which would stop another's otherwise.
        if (reason === undefined) client.release();
        else void this.#stopping.then(() => client.release());
      }
    };
    const run = async (work: () => Promise<unknown>) => {
      if (reason !== undefined) throw reason;
      try {
        return await work();
      } catch (error) {
        throw reason ?? error;
      }
    };
    return {
      run: ((text, work) =>
        observe === undefined
          ? run(work)
          : observed(() => run(work), observe)(text)) as CancellableQueries['run'],
      query: (observe === undefined ? query : observed(query, observe)) as pg.ClientBase['query'],
      cancel: (because) => {
        reason ??= because;
        for (const client of running) this.#stop(client.processID);
      },
    };
  }

  /**
   * Ends the connection that statements are stopped through, once those that are to be stopped are.
   * Others can be stopped later yet, and leave no connection either.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#stopping;
    await this.#disconnect();
  }

  #stop(processId: number | undefined): void {
    this.#stopping = this.#stopping.then(async () => {
      try {
        this.#stopper ??= this.#connect();
        const stopper = await this.#stopper;
        await stopper.query('SELECT pg_cancel_backend($1)', [processId]);
      } catch {
        // A statement that cannot be stopped ends by itself; the next one is stopped anew.
        void this.#disconnect();
      }
      if (this.#isClosed) await this.#disconnect();
    });
  }

  async #connect(): Promise<pg.Client> {
    const client = this.#database.connection();
    client.on('error', () => {
      this.#stopper = undefined;
    });
    await client.connect();
    // As the login itself, whatever role it works as: PostgreSQL lets that role stop only its own.
    await client.query('SET ROLE NONE');
    return client;
  }

  async #disconnect(): Promise<void> {
    const stopper = this.#stopper;
    this.#stopper = undefined;
    await stopper?.then((client) => client.end()).catch(() => undefined);
  }
}

type Query = (...args: [string | pg.QueryConfig, unknown[]?]) => Promise<unknown>;

function observed(query: Query, observe: StatementObserver): Query {
  return async (statement, values) => {
    const ended = observe(typeof statement === 'string' ? statement : statement.text);
    try {
      const result = await query(statement, values);
      ended();
      return result;
    } catch (error) {
      ended(error);
      throw error;
    }
  };
}
