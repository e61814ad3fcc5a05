import type { Database } from '../../database/index.ts';
import { dueWatches, moveWatch, type SealedWatch } from '../../desk/index.ts';
import {
  type NoticesFound,
  noticesAfter,
  projectedTo,
  type RetractingEvent,
  retractingEvents,
  type TransactionFilter,
} from '../../reads/index.ts';
import { type HeldLock, LOCKS, openLock } from '../held-lock.ts';
import { WaitingForAppends } from '../waiting-for-appends.ts';
import type { Channels } from './deliver.ts';
import type { Retries } from './retries.ts';
import { type Span, takeTurn } from './turn.ts';

/** What sends of the watches of a ledger. */
export interface SenderOptions {
  readonly database: Pick<Database, 'pool' | 'connection'>;
  readonly channels: Channels;
  readonly retries: Retries;
  /** What a watch's filter means today. */
  readonly filterOf: (given: object) => Promise<TransactionFilter>;
  /** A line for the operator: never an address, nor a secret. */
  readonly note: (line: string) => void;
  readonly failed: (message: string, cause: unknown) => void;
  /** How often to look where nothing is announced; a second where left out. */
  readonly pollMs?: number;
}

/** Sends until it is closed. */
export interface Sender {
  /** Lets what is being sent end, and gives the lock back. */
  close(): Promise<void>;
}

/** Watches that are sent to at a time, and of one key. */
const AT_ONCE = 32;
const OF_ONE_KEY = 8;

/** Positions looked through at a time for one watch. */
const STRETCH = 5_000n;

const REST_MS = 5_000;

/** After so long it is noted how far watches were looked through for which there was nothing. */
const NOTED_AFTER_MS = 5_000;

/**
 * Sends what watches ask for as it is appended. Of all processes that do, one sends: the one that
 * has the lock. What is to be sent follows from the ledger and each watch's position in it, so that
 * the next to send, after whatever end of this one, goes on where it was.
 */
export function openSender(options: SenderOptions): Sender {
  return new LedgerSender(options);
}

class LedgerSender implements Sender {
  readonly #options: SenderOptions;
  readonly #running = new Map<bigint, { readonly keyId: bigint | null; turn: Promise<void> }>();
  /** How far watches were looked through, without a notice, since it was last noted. */
  readonly #through = new Map<bigint, { readonly from: bigint; readonly to: bigint }>();
  readonly #appends: WaitingForAppends;
  readonly #ended: Promise<void>;
  #retracting: { readonly span: string; readonly events: Promise<RetractingEvent[]> } | null = null;
  /** Until when a watch rests of which something failed that no receiver is to blame for. */
  readonly #resting = new Map<bigint, number>();
  #reading: Promise<unknown> = Promise.resolve();

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#appends = new WaitingForAppends(options.database);
    this.#ended = this.#run();
  }

  async close(): Promise<void> {
    await this.#appends.close();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { database, failed } = this.#options;
    while (!this.#appends.isClosed) {
      try {
        await this.#sendWith(await openLock(database, LOCKS.sendWatches));
      } catch (error) {
        if (!this.#appends.isClosed) failed('Watches could not be sent to', error);
      }
      if (!this.#appends.isClosed) await this.#pause();
    }
  }

  async #sendWith(lock: HeldLock): Promise<void> {
    let notedAt = Date.now();
    this.#through.clear();
    try {
      while (!this.#appends.isClosed && lock.isHeld()) {
        if (await lock.take()) {
          await this.#startTurns(lock);
          if (Date.now() - notedAt > NOTED_AFTER_MS) {
            await this.#noteThrough(lock);
            notedAt = Date.now();
          }
        }
        await this.#pause();
      }
    } finally {
      await Promise.all([...this.#running.values()].map(({ turn }) => turn));
      if (lock.isHeld()) await this.#noteThrough(lock).catch(() => undefined);
      await lock.release();
    }
  }

  /** Gives a turn to every watch that is due and has none, as many as may be at a time. */
  async #startTurns(lock: HeldLock): Promise<void> {
    const head = (await projectedTo(lock.desk)) ?? 0n;
    for (const watch of await dueWatches(lock.desk, head, MOST_LOOKED_AT)) {
      if (this.#running.size >= AT_ONCE) return;
      if (this.#running.has(watch.id) || this.#isResting(watch)) continue;
      if (!this.#hasRoom(watch)) continue;
      const seen = this.#through.get(watch.id);
      const isSeen = seen !== undefined && seen.from === watch.position;
      if (isSeen && seen.to >= head && watch.deadLetters === 0) continue;
      const { keyId } = watch;
      this.#running.set(watch.id, { keyId, turn: this.#turn(watch, head, lock) });
    }
  }

  #isResting({ id }: SealedWatch): boolean {
    const until = this.#resting.get(id);
    if (until === undefined) return false;
    if (Date.now() < until) return true;
    this.#resting.delete(id);
    return false;
  }

  #hasRoom({ keyId }: SealedWatch): boolean {
    if (keyId === null) return true;
    const own = [...this.#running.values()].filter((running) => running.keyId === keyId);
    return own.length < OF_ONE_KEY;
  }

  async #turn(watch: SealedWatch, head: bigint, lock: HeldLock): Promise<void> {
    const { channels, retries, note, failed } = this.#options;
    try {
      const through = await takeTurn(watch, head, {
        desk: lock.desk,
        channels,
        retries,
        note,
        read: (of, span) => this.#read(of, span),
        isStopped: () => this.#appends.isClosed || !lock.isHeld(),
      });
      if (through !== null) this.#through.set(watch.id, { from: watch.position, to: through });
    } catch (error) {
      this.#resting.set(watch.id, Date.now() + REST_MS);
      if (lock.isHeld()) failed(`Watch ${watch.id} could not be sent to`, error);
    } finally {
      this.#running.delete(watch.id);
      this.#appends.wake();
    }
  }

  /** Looks a stretch at a time, from where there was nothing yet. */
  async #read(watch: SealedWatch, { after, through, limit }: Span): Promise<NoticesFound> {
    const { database, filterOf } = this.#options;
    const seen = this.#through.get(watch.id);
    let from = seen?.from === after ? seen.to : after;
    const filter = await filterOf(watch.filter);
    for (;;) {
      const end = from + STRETCH < through ? from + STRETCH : through;
      if (end <= from) return { notices: [], through: from };
      const retracting = await this.#retractingOf(from, end);
      const span = { after: from, through: end, limit, retracting };
      const found = await this.#inTurn(() => noticesAfter(database.pool, filter, span));
      if (found.notices.length > 0 || found.through >= through || this.#appends.isClosed)
        return found;
      from = found.through;
    }
  }

  /** One read at a time: requests need the pool too. */
  #inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
    const result = this.#reading.then(read, read);
    this.#reading = result.catch(() => undefined);
    return result;
  }

  /** Most watches are at the same place: what is retracted there is read once for all. */
  #retractingOf(after: bigint, through: bigint): Promise<RetractingEvent[]> {
    const span = `${after} ${through}`;
    if (this.#retracting?.span !== span) {
      const events = retractingEvents(this.#options.database.pool, after, through);
      events.catch(() => {
        this.#retracting = null;
      });
      this.#retracting = { span, events };
    }
    return this.#retracting.events;
  }

  async #noteThrough({ desk }: HeldLock): Promise<void> {
    for (const [id, { from, to }] of this.#through) {
      if (this.#running.has(id)) continue;
      this.#through.delete(id);
      await moveWatch(desk, { id, position: from }, { to, isSent: false });
    }
  }

  #pause(): Promise<void> {
    return this.#appends.wait(this.#options.pollMs ?? 1_000);
  }
}

/** Watches that are looked at for one that is due. */
const MOST_LOOKED_AT = 10_000;
