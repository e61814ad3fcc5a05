import { LRUCache } from 'lru-cache';
import { Cancellation, type Queryable } from '../../database/index.ts';
import { SharedBatches } from '../../schema/index.ts';
import type { ReadDatabase } from '../read-nodes/index.ts';
import { tooLate } from './within.ts';

/** Whose batches are kept; an evicted one ends its work all the same. */
const MOST_CLIENTS = 1_000;

/** How the statements of operations get to one database: in turns, stoppable, and shared. */
export class NodeWays {
  readonly database: ReadDatabase;
  readonly cancellation: Cancellation;
  readonly #timeoutMs: number;
  /** Of each client: who shares a statement shares its wait. */
  readonly #batches = new LRUCache<string, SharedBatches>({ max: MOST_CLIENTS });

  constructor(database: ReadDatabase, { timeoutMs }: { readonly timeoutMs: number }) {
    this.database = database;
    this.cancellation = new Cancellation(database);
    this.#timeoutMs = timeoutMs;
  }

  /** What a client's operations of a moment share. */
  batchesOf(client: string): SharedBatches {
    const known = this.#batches.get(client);
    if (known !== undefined) return known;
    const batches = new SharedBatches((work) => this.#sharedWork(client, work));
    this.#batches.set(client, batches);
    return batches;
  }

  /** A statement that several operations share is stopped when the first of them would be. */
  async #sharedWork<Answer>(
    client: string,
    work: (db: Queryable) => Promise<Answer>,
  ): Promise<Answer> {
    const queries = this.cancellation.queries(client);
    const late = setTimeout(() => queries.cancel(tooLate(this.#timeoutMs)), this.#timeoutMs);
    try {
      return await work(queries);
    } finally {
      clearTimeout(late);
    }
  }
}
