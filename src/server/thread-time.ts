import { LRUCache } from 'lru-cache';

/** Work that takes less of the thread is not counted. */
const SHORT_MS = 0.3;
/** What an answer of errors takes beside the work that throws them. */
export const REFUSAL_MS = 2;
/** A client may have so much at once. */
const BURST_MS = 30;
/** For each millisecond that it had, a client waits so many. */
const PAUSE = 3;
/** Whose time is remembered at most. */
const MOST_REMEMBERED = 10_000;

interface Client {
  /** When what it had is paid for, by `performance.now()`. */
  paidAt: number;
  /** Those of its requests that wait, the last one's turn. */
  last: Promise<void> | null;
}

/**
 * Shares the one thread that all requests are parsed and judged in: a client has a quarter of it
 * for requests that take long there, one after the other, so that others are answered between them.
 */
export class ThreadTime {
  readonly #clients = new LRUCache<string, Client>({ max: MOST_REMEMBERED });

  /** Waits until the thread may work for a client again; undefined where it may at once. */
  turn(name: string): Promise<void> | undefined {
    const client = this.#clients.get(name);
    if (client === undefined || (client.last === null && isPaid(client))) return undefined;
    const turn = wait(client, client.last).finally(() => {
      if (client.last === turn) client.last = null;
    });
    client.last = turn;
    return turn;
  }

  /** Does work for a client, and counts it where it takes long. */
  work<Result>(name: string, work: () => Result): Result {
    const began = performance.now();
    let beside = REFUSAL_MS;
    try {
      const result = work();
      beside = 0;
      return result;
    } finally {
      const had = performance.now() - began + beside;
      if (had >= SHORT_MS) this.count(name, had);
    }
  }

  /** Refuses what a client asked without any work, once its turn comes. */
  async refuse(name: string, error: unknown): Promise<never> {
    this.count(name, REFUSAL_MS);
    await this.turn(name);
    throw error;
  }

  /** Counts milliseconds of work for a client. */
  count(name: string, had: number): void {
    const client = this.#clients.get(name) ?? { paidAt: 0, last: null };
    client.paidAt = Math.max(client.paidAt, performance.now()) + had * PAUSE;
    this.#clients.set(name, client);
  }
}

async function wait(client: Client, before: Promise<void> | null): Promise<void> {
  await before;
  // What the request before this one took is known once it has been judged.
  await new Promise((turn) => setImmediate(turn));
  while (!isPaid(client)) {
    const left = client.paidAt - BURST_MS - performance.now();
    await new Promise((end) => setTimeout(end, Math.ceil(left)));
  }
}

function isPaid({ paidAt }: Client): boolean {
  return paidAt - performance.now() <= BURST_MS;
}
