/**
 * Reads something for several who ask at about the same time. Whoever asks gets a reading that began
 * after that: one that is under way may have missed what happened since.
 */
export class CurrentState<State> {
  readonly #read: () => Promise<State>;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<State> | undefined;

  constructor(read: () => Promise<State>) {
    this.#read = read;
  }

  /** The state as it is now. Rejects where it cannot be read. */
  get(): Promise<State> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      const reading = this.#read();
      this.#running = reading.catch(() => undefined);
      return reading;
    });
    return this.#next;
  }
}
