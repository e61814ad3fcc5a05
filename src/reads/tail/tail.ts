import type { Database } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type EventFilter, projectedTo } from '../queries/index.ts';
import { type Announcements, listen } from './announcements.ts';
import { Follower } from './follower.ts';
import { RecentEvents } from './recent-events.ts';
import { readTailed } from './tailed-event.ts';

/** How a tail is set; all of it can be left out. */
export interface TailOptions {
  /** How often to look at the ledger where nothing is announced; a second by default. */
  readonly pollEveryMs?: number;
  /** How many of the newest events to keep in memory; 4,096 by default. */
  readonly recent?: number;
  /** Called with why the ledger could not be read; it is tried again. */
  readonly failed?: (cause: unknown) => void;
}

/** The live end of a ledger: events as they are appended, whichever process appends them. */
export interface Tail {
  /**
   * The positions of the events after a position that pass a filter, and then of those to come, in
   * ledger order and each once; from the head on where `after` is left out. `return` ends it.
   * Incorrect where `after` lies beyond the head.
   */
  follow(filter: EventFilter, after?: bigint): Promise<Follower>;
  /** How many follow it now. */
  readonly followers: number;
  /** Ends all who follow it now, as where positions may mean other events from here on. */
  restart(): Promise<void>;
  /** Ends all who follow it, and stops listening. */
  close(): Promise<void>;
}

/** Opens a tail; it reaches for the database when somebody follows it. */
export function openTail(
  database: Pick<Database, 'pool' | 'connection'>,
  options: TailOptions = {},
): Tail {
  return new LedgerTail(database, options);
}

const PAGE = 500;

class LedgerTail implements Tail {
  readonly #database: Pick<Database, 'pool' | 'connection'>;
  readonly #options: TailOptions;
  readonly #followers = new Set<Follower>();
  #recent: RecentEvents;
  #announcements: Announcements | null = null;
  #poll: NodeJS.Timeout | undefined;
  #reading = Promise.resolve();
  #isReading = false;
  #hasMore = false;
  #isClosed = false;

  constructor(database: Pick<Database, 'pool' | 'connection'>, options: TailOptions) {
    this.#database = database;
    this.#options = options;
    this.#recent = this.#recentFrom(0n);
  }

  get followers(): number {
    return this.#followers.size;
  }

  async follow(filter: EventFilter, after?: bigint): Promise<Follower> {
    const head = (await projectedTo(this.#database.pool)) ?? 0n;
    if (this.#isClosed) throw new Anomaly('Unavailable', 'The server is closing; try again.');
    if (after !== undefined && after > head) {
      throw new Anomaly('Incorrect', `after: the ledger ends at ${head}, before ${after}.`);
    }
    // While nobody follows nothing is read: what came meanwhile is left out.
    if (this.#followers.size === 0) this.#recent = this.#recentFrom(head);
    const { pool: db } = this.#database;
    const left = (follower: Follower) => this.#followers.delete(follower);
    const follower = new Follower({ db, recent: () => this.#recent, left }, filter, after ?? head);
    this.#followers.add(follower);
    this.#start();
    this.#read();
    return follower;
  }

  async restart(): Promise<void> {
    await Promise.all([...this.#followers].map((follower) => follower.return()));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#poll);
    await this.restart();
    await this.#announcements?.close();
    await this.#reading;
  }

  #start(): void {
    if (this.#announcements !== null) return;
    const read = () => this.#read();
    this.#announcements = listen(() => this.#database.connection(), read);
    this.#poll = setInterval(read, this.#options.pollEveryMs ?? 1_000).unref();
  }

  #recentFrom(position: bigint): RecentEvents {
    return new RecentEvents(position, this.#options.recent ?? 4_096);
  }

  /** Reads on to the head; once more where it is asked to while it does. */
  #read(): void {
    this.#hasMore = true;
    if (this.#isReading) return;
    this.#isReading = true;
    this.#reading = this.#readOn();
  }

  async #readOn(): Promise<void> {
    while (this.#hasMore && this.#followers.size > 0) {
      this.#hasMore = false;
      try {
        if (await this.#readPage()) this.#hasMore = true;
      } catch (cause) {
        this.#options.failed?.(cause);
      }
    }
    this.#isReading = false;
  }

  /** Reads the next page for all; says whether there may be another. */
  async #readPage(): Promise<boolean> {
    const recent = this.#recent;
    const events = await readTailed(this.#database.pool, recent.end, PAGE);
    if (recent !== this.#recent) return true;
    if (events.length === 0) return false;
    recent.add(events);
    for (const follower of this.#followers) follower.look();
    return events.length === PAGE;
  }
}
