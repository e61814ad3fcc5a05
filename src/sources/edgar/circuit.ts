import { Anomaly } from '../../values/index.ts';
import type { Clock } from './clock.ts';

const FAILURES_BEFORE_OPEN = 10;
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 900_000;

/**
 * Stops asking where so many tries in a row have failed, whoever made them. After a rest one try
 * goes through; when it fails the rest is twice as long.
 */
export class Circuit {
  readonly #clock: Pick<Clock, 'now'>;
  #failures = 0;
  #rest = FIRST_REST_MS;
  #openUntil = 0;
  #isTrying = false;
  #last = '';

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Throws Unavailable while nothing is to be asked. */
  enter(): void {
    if (this.#openUntil === 0) return;
    const now = this.#clock.now();
    if (now < this.#openUntil || this.#isTrying) throw this.#refusal();
    this.#isTrying = true;
  }

  /** A try was answered. */
  succeeded(): void {
    this.#failures = 0;
    this.#rest = FIRST_REST_MS;
    this.#openUntil = 0;
    this.#isTrying = false;
  }

  /** A try failed; throws Unavailable where that opens the circuit. */
  failed(why: string): void {
    this.#failures += 1;
    this.#last = why;
    const wasTrying = this.#isTrying;
    this.#isTrying = false;
    // One that was on its way when the circuit opened.
    if (this.#clock.now() < this.#openUntil) throw this.#refusal();
    if (!wasTrying && this.#failures < FAILURES_BEFORE_OPEN) return;
    this.#openUntil = this.#clock.now() + this.#rest;
    this.#rest = Math.min(this.#rest * 2, LONGEST_REST_MS);
    throw this.#refusal();
  }

  /** A try was given up by whoever made it. */
  abandoned(): void {
    this.#isTrying = false;
  }

  #refusal(): Anomaly {
    const again = new Date(Math.max(this.#openUntil, this.#clock.now())).toISOString();
    return new Anomaly(
      'Unavailable',
      `EDGAR failed ${this.#failures} times in a row and is left alone until ${again}. Last: ${this.#last}.`,
    );
  }
}
