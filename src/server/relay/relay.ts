import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../database/index.ts';
import { ledgerPositions, sealedEvents } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type HeldLock, LOCKS, openLock } from '../held-lock.ts';
import type { Log, Relaying } from '../operators/index.ts';
import type { RelaySettings } from '../relay-config.ts';
import { WaitingForAppends } from '../waiting-for-appends.ts';
import { type EventStream, openEventStream, type StreamEnd } from './jet-stream.ts';

/** What relays the events of a ledger. */
export interface RelayOptions {
  readonly database: Pick<Database, 'pool' | 'connection'>;
  readonly settings: RelaySettings;
  readonly log: Pick<Log, 'noted' | 'failed'>;
  /** How often to look where nothing is announced; a second where left out. */
  readonly pollMs?: number;
}

/** Relays until it is closed. */
export interface Relay extends Relaying {
  /** Lets what is under way end, and gives the lock back. */
  close(): Promise<void>;
}

/** Events under way at a time, and of several their bytes. */
const PAGE = { events: 256, bytes: 4_000_000 };

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Publishes every event of a ledger to a stream, in order, each once: its place in the stream is
 * its position in the ledger. NATS refuses another place, and so a repeat or a gap, from any
 * publisher. Of all processes that relay one does: the one that has the lock. The next, after
 * whatever end of this one, goes on after the stream's last event.
 */
export function openRelay(options: RelayOptions): Relay {
  return new LedgerRelay(options);
}

class LedgerRelay implements Relay {
  readonly #options: RelayOptions;
  readonly #appends: WaitingForAppends;
  readonly #ended: Promise<void>;
  #position: bigint | null = null;
  #said: string | null = null;
  #pauseMs = FIRST_PAUSE_MS;
  readonly #closing = new AbortController();

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#appends = new WaitingForAppends(options.database);
    this.#ended = this.#run();
  }

  get position(): bigint | null {
    return this.#position;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#appends.close();
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      try {
        const lock = await openLock(this.#options.database, LOCKS.relay);
        await this.#relayWith(lock).finally(() => lock.release());
      } catch (error) {
        if (!this.#closing.signal.aborted) this.#failed(error as Error);
      } finally {
        this.#position = null;
      }
      // Another process that reaches both may have its turn.
      const wait = this.#pauseMs * (0.5 + Math.random() / 2);
      const { signal } = this.#closing;
      await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  async #relayWith(lock: HeldLock): Promise<void> {
    const { settings, pollMs = 1_000 } = this.#options;
    while (!(await lock.take())) {
      await this.#appends.wait(pollMs);
      if (this.#closing.signal.aborted) return;
    }
    const stream = await openEventStream(settings);
    try {
      this.#position = await this.#resume(stream);
      while (!this.#closing.signal.aborted && lock.isHeld()) {
        if (!stream.isOpen()) throw new Anomaly('Unavailable', 'NATS ended the connection.');
        if (await this.#relayPage(stream, this.#position)) continue;
        await this.#appends.wait(pollMs);
      }
    } finally {
      await stream.close();
    }
  }

  /** Publishes what follows a position; false where there is nothing. */
  async #relayPage(stream: EventStream, after: bigint): Promise<boolean> {
    const events = await sealedEvents(this.#options.database.pool, after, PAGE);
    const last = events.at(-1);
    if (last === undefined) return false;
    await stream.add(events);
    this.#position = last.position;
    this.#pauseMs = FIRST_PAUSE_MS;
    return true;
  }

  /** Where the stream ends, which is where to go on. Conflict where it is not this ledger's. */
  async #resume(stream: EventStream): Promise<bigint> {
    const { settings, log, database } = this.#options;
    const end = await stream.end();
    await refuseForeign(end, { database, stream: settings.stream });
    const isPurged = end.hash === null && end.position > 0n;
    const lacks = isPurged ? ' It was purged: what came before is not sent again.' : '';
    log.noted(`The relay goes on after event ${end.position} of ${settings.stream}.${lacks}`);
    this.#said = null;
    return end.position;
  }

  /** Says why, once until it is another reason. */
  #failed(error: Error): void {
    if (error.message === this.#said) return;
    this.#said = error.message;
    this.#options.log.failed('Events are not relayed', error);
  }
}

/** Refuses a stream that ends beyond the ledger, or with another event than it. */
async function refuseForeign(
  { position, hash }: StreamEnd,
  { database, stream }: Pick<RelayOptions, 'database'> & { readonly stream: string },
): Promise<void> {
  const { head } = await ledgerPositions(database.pool);
  if (position > head) {
    throw new Anomaly(
      'Conflict',
      `The stream ${stream} goes to position ${position}, this ledger to ${head}: the stream is of another ledger, or events were lost here. Name another by RELAY_STREAM, or delete it to have all events sent anew.`,
    );
  }
  if (hash === null) return;
  const [own] = await sealedEvents(database.pool, position - 1n, { events: 1, bytes: 1 });
  if (own?.hash.toString('hex') === hash) return;
  throw new Anomaly(
    'Conflict',
    `Event ${position} of the stream ${stream} is not that of this ledger: the stream is of another one. Name another by RELAY_STREAM, or delete it to have all events sent anew.`,
  );
}
