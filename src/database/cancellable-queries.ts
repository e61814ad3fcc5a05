import type pg from 'pg';
import type { Database, Queryable } from './database.ts';
import { FairQueue, turnsOf } from './fair-queue.ts';
import { planned } from './planning-pool.ts';

/** Statements that belong together and can be stopped together: those of one operation. */
export interface CancellableQueries extends Queryable {
  /** Stops those that run, and refuses more: both fail with the reason. */
  cancel(reason: Error): void;
  /**
   * Does work that has connections of its own as one of the group: once the group is stopped it
   * fails with the reason. What it runs then ends by its own time limit.
   */
  run<Result>(text: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * Called as a statement begins, with its text; what it gives is called as it ends, with its error.
 */
export type StatementObserver = (text: string) => (failure?: unknown) => void;

type Stoppable = pg.PoolClient & { readonly processID?: number };

/** Makes groups of cancellable statements over one database. */
export class Cancellation {
  readonly #database: Pick<Database, 'pool' | 'connection'>;
  readonly #turns: FairQueue;
  #stopping = Promise.resolve();
  #stopper: Promise<pg.Client> | undefined;
  #isClosed = false;

  constructor(database: Pick<Database, 'pool' | 'connection'>) {
    this.#database = database;
    this.#turns = new FairQueue(turnsOf(database.pool.options.max));
  }

  /**
   * A new group, whose statements wait for their turns among those of its client. An observer sees
   * each of them.
   */
  queries(client: string, observe?: StatementObserver): CancellableQueries {
    const turns: Turns = (work) => this.#turns.run(client, work);
    const { pool } = this.#database;
    return new Group({ pool, turns, stop: this.#stop, observe }) as object as CancellableQueries;
  }

  /** Does work that has connections of its own when the turn of its client comes. */
  inTurn<Result>(client: string, work: () => Promise<Result>): Promise<Result> {
    return this.#turns.run(client, work);
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

  /** Stops what a connection does; resolves once that is done. */
  readonly #stop: Stop = (processId) => {
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
    return this.#stopping;
  };

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

type Stop = (processId: number | undefined) => Promise<void>;
type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** What a group works with. */
interface Ways {
  readonly pool: pg.Pool;
  readonly turns: Turns;
  readonly stop: Stop;
  readonly observe: StatementObserver | undefined;
}

/** A class, since every request makes one: functions that are made for each of them are slow. */
class Group {
  readonly #pool: pg.Pool;
  readonly #stop: Stop;
  readonly #turns: Turns;
  readonly #observe: StatementObserver | undefined;
  readonly #running = new Set<Stoppable>();
  #reason: Error | undefined;
  #stopped: Promise<void> | undefined;
  #members = 0;
  #shared: Promise<void> | undefined;
  #endShared: (() => void) | undefined;

  constructor({ pool, turns, stop, observe }: Ways) {
    this.#pool = pool;
    this.#turns = turns;
    this.#stop = stop;
    this.#observe = observe;
  }

  cancel(reason: Error): void {
    this.#reason ??= reason;
    for (const { processID } of this.#running) this.#stopped = this.#stop(processID);
  }

  query(statement: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    const text = typeof statement === 'string' ? statement : statement.text;
    return this.#watched(text, this.#turns, async () => {
      const client = (await this.#pool.connect()) as Stoppable;
      this.#running.add(client);
      let failure: unknown;
      try {
        if (this.#reason !== undefined) throw this.#reason;
        return await planned(client, statement, values);
      } catch (error) {
        // A connection that failed by itself may be ending: the next statement would fail by it
        // too.
        if (this.#reason === undefined) failure = error;
        throw error;
      } finally {
        this.#running.delete(client);
        // Given back only after the statement to stop it, which would stop another's otherwise.
        if (this.#stopped === undefined) client.release(failure as Error | undefined);
        else void this.#stopped.then(() => client.release());
      }
    });
  }

  run<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
    return this.#watched(text, this.#together, work);
  }

  /**
   * Does work in the turn that other such work of the group has, while there is any: Prisma makes
   * one statement of what is read in one moment, and would make several of what waits apart.
   */
  readonly #together: Turns = async (work) => {
    this.#members += 1;
    this.#shared ??= new Promise((begin) => {
      void this.#turns(
        () =>
          new Promise<void>((end) => {
            this.#endShared = end;
            begin();
          }),
      );
    });
    await this.#shared;
    try {
      return await work();
    } finally {
      this.#members -= 1;
      if (this.#members === 0) {
        this.#shared = undefined;
        this.#endShared?.();
      }
    }
  };

  async #watched<Result>(text: string, turns: Turns, work: () => Promise<Result>): Promise<Result> {
    const ended = this.#observe?.(text);
    try {
      if (this.#reason !== undefined) throw this.#reason;
      const result = await turns(() => {
        // It may have been stopped while it waited for its turn.
        if (this.#reason !== undefined) throw this.#reason;
        return work();
      });
      ended?.();
      return result;
    } catch (error) {
      const failure = this.#reason ?? error;
      ended?.(failure);
      throw failure;
    }
  }
}
