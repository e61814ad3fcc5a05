import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database/index.ts';
import { listen } from '../reads/index.ts';

/** Waits between looks at the ledger, and no longer than until something is appended. */
export class WaitingForAppends {
  readonly #announcements: ReturnType<typeof listen>;
  #isWoken = false;
  #isClosed = false;
  #interrupt: () => void = () => undefined;

  constructor(database: Pick<Database, 'connection'>) {
    this.#announcements = listen(
      () => database.connection(),
      () => this.wake(),
    );
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends the wait of now, or else the next one. */
  wake(): void {
    this.#isWoken = true;
    this.#interrupt();
  }

  /** Waits so many milliseconds at most; not at all once it is closed. */
  async wait(ms: number): Promise<void> {
    const waiting = new AbortController();
    this.#interrupt = () => waiting.abort();
    if (!this.#isWoken && !this.#isClosed) {
      const { signal } = waiting;
      await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
    }
    this.#isWoken = false;
  }

  /** Ends the wait, and listens no more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.wake();
    await this.#announcements.close();
  }
}
