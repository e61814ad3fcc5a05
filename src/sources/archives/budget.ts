import { Anomaly } from '../../values/index.ts';

/** Filings as text unpack to five to ten times their size; only a bomb comes near this. */
const LARGEST_RATIO = 200;
/** What any archive may unpack to, however small it is. */
const ALWAYS = 64_000_000;

/** How much an archive of so many bytes may unpack to, in bytes. */
export class Budget {
  #left: number;

  constructor(private readonly packed: number) {
    this.#left = Math.max(ALWAYS, packed * LARGEST_RATIO);
  }

  /** Incorrect where the archive comes to more than it may. */
  take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left >= 0) return;
    const ratio = `${LARGEST_RATIO} times its ${this.packed} bytes`;
    throw new Anomaly('Incorrect', `The archive unpacks to more than ${ratio}.`);
  }
}
