import type { PassingFault } from './faults.ts';
import type { FollowListener } from './listener.ts';

/**
 * Says what is away once, though several loops meet it, and that it goes on when all of them do.
 */
export class Away {
  readonly #listener: Pick<FollowListener, 'say'>;
  readonly #faults = new Map<string, string>();

  constructor(listener: Pick<FollowListener, 'say'>) {
    this.#listener = listener;
  }

  /** A loop met a fault; it is said where no loop has met it since it last went on. */
  met(loop: string, fault: PassingFault): void {
    const key = keyOf(fault);
    const isKnown = [...this.#faults.values()].includes(key);
    // The words for one failure of EDGAR differ each time: one line a loop.
    const isNew = fault.of === 'database' ? !isKnown : !isKnown && !this.#faults.has(loop);
    this.#faults.set(loop, key);
    if (isNew) this.#listener.say(`${fault.said} It is tried again until it works.`);
  }

  /** A loop works again. */
  works(loop: string): void {
    const had = this.#faults.delete(loop);
    if (had && this.#faults.size === 0) this.#listener.say('Going on.');
  }
}

/** Moments and counts left out, a fault is the same whoever meets it. */
function keyOf({ of, said }: PassingFault): string {
  return of === 'database' ? of : said.replace(/\d+/g, '');
}
