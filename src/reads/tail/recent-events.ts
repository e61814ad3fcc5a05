import { invariant } from '../../values/index.ts';
import type { EventFilter } from '../queries/index.ts';
import { passesFilter } from './passes-filter.ts';
import type { TailedEvent } from './tailed-event.ts';

/** Where a search for the next event ended. */
export interface Found {
  /** Every event up to here has been looked at. */
  readonly position: bigint;
  /** Whether the event at that position is one that was looked for. */
  readonly passes: boolean;
}

/**
 * The newest events of the ledger, kept once for all who follow it, and no more than `capacity` and
 * a page of them. Whoever is further behind reads the ledger itself.
 */
export class RecentEvents {
  readonly #capacity: number;
  /** Positions have no gap: an event's place here follows from its position. */
  readonly #events: TailedEvent[] = [];
  #start: bigint;

  /** Begins after a position, with nothing in it. */
  constructor(start: bigint, capacity: number) {
    this.#start = start;
    this.#capacity = capacity;
  }

  /** The newest event's position. */
  get end(): bigint {
    return this.#start + BigInt(this.#events.length);
  }

  /** Adds the events that follow the newest, and lets as many of the oldest go. */
  add(events: readonly TailedEvent[]): void {
    invariant(events[0]?.position === this.end + 1n, 'events follow one another without a gap');
    const excess = this.#events.length - this.#capacity;
    if (excess > 0) {
      this.#events.splice(0, excess);
      this.#start += BigInt(excess);
    }
    this.#events.push(...events);
  }

  /** Whether every event after a position is here, or yet to come. */
  reaches(position: bigint): boolean {
    return position >= this.#start;
  }

  /** The first event after a position that passes a filter, as far as they are known. */
  find(after: bigint, filter: EventFilter): Found {
    for (let index = Number(after - this.#start); index < this.#events.length; index += 1) {
      const event = this.#events[index];
      if (event !== undefined && passesFilter(filter, event)) {
        return { position: event.position, passes: true };
      }
    }
    return { position: after > this.end ? after : this.end, passes: false };
  }
}
