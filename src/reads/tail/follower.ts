import type { Queryable } from '../../database/index.ts';
import type { EventFilter } from '../queries/index.ts';
import { readBehind } from './read-behind.ts';
import type { RecentEvents } from './recent-events.ts';

/** What a follower follows. */
export interface Followed {
  readonly db: Queryable;
  /** The newest events, kept by the tail. */
  recent(): RecentEvents;
  /** Called once, when the follower has ended. */
  left(follower: Follower): void;
}

type Step = IteratorResult<bigint, undefined>;

const DONE: Step = { done: true, value: undefined };

/**
 * The positions of the events that pass a filter, in ledger order and each once. It is a place in
 * the ledger and holds no events of its own: when its reader is slow it just stays where it is, and
 * goes on from the ledger.
 */
export class Follower implements AsyncIterableIterator<bigint, undefined> {
  readonly #followed: Followed;
  readonly #filter: EventFilter;
  /** Every event up to here is given, or does not pass. */
  #position: bigint;
  /** Read from the ledger and not yet given. */
  #page: bigint[] = [];
  #waiting: ((step: Step) => void) | null = null;
  #hasEnded = false;

  /** Begins after a position. */
  constructor(followed: Followed, filter: EventFilter, after: bigint) {
    this.#followed = followed;
    this.#filter = filter;
    this.#position = after;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next position, as soon as there is one. To be called again only when it has answered. */
  async next(): Promise<Step> {
    for (;;) {
      if (this.#hasEnded) return DONE;
      const position = this.#page.shift();
      if (position !== undefined) return { value: position };
      if (this.#followed.recent().reaches(this.#position)) return this.#nextRecent();
      await this.#readPage();
    }
  }

  /** The positions that `next` will give, as far as they are in memory, at most `limit`. */
  upcoming(limit: number): readonly bigint[] {
    const positions = this.#page.slice(0, limit);
    const recent = this.#followed.recent();
    let after = this.#position;
    while (positions.length < limit && recent.reaches(after)) {
      const { position, passes } = recent.find(after, this.#filter);
      if (!passes) break;
      positions.push(position);
      after = position;
    }
    return positions;
  }

  /** Ends it, also while a next position is waited for. */
  async return(): Promise<Step> {
    if (!this.#hasEnded) {
      this.#hasEnded = true;
      this.#page = [];
      this.#followed.left(this);
      this.#answer(DONE);
    }
    return DONE;
  }

  /** Looks at events that have come, where a position is waited for. */
  look(): void {
    if (this.#waiting === null) return;
    const found = this.#look();
    if (found !== null) this.#answer(found);
  }

  async #readPage(): Promise<void> {
    try {
      const page = await readBehind(this.#followed.db, this.#position, this.#filter);
      this.#page.push(...page.positions);
      this.#position = page.through;
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  #nextRecent(): Step | Promise<Step> {
    return (
      this.#look() ??
      new Promise((resolve) => {
        this.#waiting = resolve;
      })
    );
  }

  #look(): Step | null {
    const { position, passes } = this.#followed.recent().find(this.#position, this.#filter);
    this.#position = position;
    return passes ? { value: position } : null;
  }

  #answer(step: Step): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(step);
  }
}
