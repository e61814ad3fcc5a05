/** Wakes one who waits; rung while nobody does, it wakes the next at once. */
export class Doorbell {
  #isRung = false;
  #answer: () => void = () => undefined;

  /** Wakes whoever waits, or the next who will. */
  ring(): void {
    this.#isRung = true;
    this.#answer();
  }

  /** Waits for a ring, for so many milliseconds, or until the signal aborts. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.#isRung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        signal.addEventListener('abort', done);
        this.#answer = done;
      });
    }
    this.#isRung = false;
  }
}
