/** Whoever asked so lately still counts as somebody who asks. */
const LATELY_MS = 2_000;

/** What a client used is forgotten so: after this time a third is left. */
const FADES_MS = 5_000;

/** Whoever keeps a connection busy for a tenth of the time uses much. */
const MUCH_MS = FADES_MS / 10;

/** Whoever has not asked for so long, and uses nothing, is forgotten. */
const FORGOTTEN_MS = 6 * FADES_MS;

/** One of those that share the database. */
interface Client {
  readonly waiting: (() => void)[];
  running: number;
  /** Milliseconds of statements, fading. */
  used: number;
  /** When that was last worked out, and the client last asked. */
  at: number;
}

/**
 * How many statements of clients run at a time on so many connections. A third of these, three at
 * most, is left to the ledger's state, and to exports.
 */
export function turnsOf(connections = 10): number {
  return connections - Math.min(3, Math.floor(connections / 3));
}

/**
 * Lets statements run, so many at a time, in fair turns. Alone, a client has all turns but one.
 * Beside others it has a third of them, a sixth where it uses much; all who use much together have
 * half. Of those that wait, who used the least is next.
 */
export class FairQueue {
  readonly #slots: number;
  readonly #clients = new Map<string, Client>();
  #running = 0;
  #runningOfMuch = 0;

  constructor(slots: number) {
    this.#slots = Math.max(1, slots);
  }

  /** Does work for a client when its turn comes. */
  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const client = this.#client(name);
    if (this.#mayRun(client)) this.#begin(client);
    else await new Promise<void>((turn) => client.waiting.push(turn));
    const usesMuch = client.used > MUCH_MS;
    if (usesMuch) this.#runningOfMuch += 1;
    const began = performance.now();
    try {
      return await work();
    } finally {
      if (usesMuch) this.#runningOfMuch -= 1;
      client.running -= 1;
      this.#running -= 1;
      fade(client).used += performance.now() - began;
      this.#next();
    }
  }

  #client(name: string): Client {
    const known = this.#clients.get(name) ?? { waiting: [], running: 0, used: 0, at: 0 };
    this.#clients.delete(name);
    this.#clients.set(name, fade(known));
    // Those that asked longest ago are first.
    for (const [oldest, { at, running, waiting }] of this.#clients) {
      if (running + waiting.length > 0 || performance.now() - at < FORGOTTEN_MS) break;
      this.#clients.delete(oldest);
    }
    return known;
  }

  #begin(client: Client): void {
    client.running += 1;
    this.#running += 1;
  }

  #mayRun(client: Client): boolean {
    if (this.#running >= this.#slots) return false;
    if (this.#isAlone(client)) return client.running < Math.max(1, this.#slots - 1);
    if (client.used <= MUCH_MS) return client.running < Math.max(1, Math.floor(this.#slots / 3));
    return (
      client.running < Math.max(1, Math.floor(this.#slots / 6)) &&
      this.#runningOfMuch < Math.max(1, Math.floor(this.#slots / 2))
    );
  }

  #isAlone(client: Client): boolean {
    const now = performance.now();
    for (const other of this.#clients.values()) {
      if (other === client) continue;
      if (other.running + other.waiting.length > 0 || now - other.at < LATELY_MS) return false;
    }
    return true;
  }

  #next(): void {
    while (this.#running < this.#slots) {
      let least: Client | undefined;
      for (const client of this.#clients.values()) {
        if (client.waiting.length === 0 || !this.#mayRun(client)) continue;
        if (least === undefined || client.used < least.used) least = client;
      }
      const turn = least?.waiting.shift();
      if (least === undefined || turn === undefined) return;
      this.#begin(least);
      turn();
    }
  }
}

function fade(client: Client): Client {
  const now = performance.now();
  client.used *= Math.exp((client.at - now) / FADES_MS);
  client.at = now;
  return client;
}
