import type { ApiKey } from '../../desk/index.ts';

/** How soon a key that is revoked or has expired ends what it opened. */
const LOOK_EVERY_MS = 500;

/** Of these keys, those that are no longer accepted. */
type EndedKeys = (ids: readonly ApiKey['id'][]) => Promise<readonly ApiKey['id'][]>;

/** Watches the keys by which something is open, in every process by itself. */
export class KeyWatch {
  readonly #endedOf: EndedKeys;
  readonly #open = new Map<ApiKey['id'], Set<() => void>>();
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;

  constructor(endedOf: EndedKeys) {
    this.#endedOf = endedOf;
  }

  /** Calls `end` once the key is no longer accepted; until what this gives is called. */
  watch(key: ApiKey['id'], end: () => void): () => void {
    const ends = this.#open.get(key) ?? new Set();
    this.#open.set(key, ends.add(end));
    this.#timer ??= setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
    return () => {
      ends.delete(end);
      if (ends.size === 0 && this.#open.get(key) === ends) this.#open.delete(key);
      if (this.#open.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      for (const key of await this.#endedOf([...this.#open.keys()])) {
        for (const end of this.#open.get(key) ?? []) end();
      }
    } catch {
      // A database that is away says nothing about keys.
    } finally {
      this.#isLooking = false;
    }
  }
}
