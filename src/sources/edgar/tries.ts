import { Anomaly } from '../../values/index.ts';
import { pauseAfter } from './backoff.ts';
import { Circuit } from './circuit.ts';
import type { Clock } from './clock.ts';
import { networkFault } from './fault.ts';
import type { Pace } from './pace.ts';

/** A try that failed and is to be made again. */
export interface EdgarRetry {
  readonly path: string;
  readonly reason: string;
  /** Tries made. */
  readonly tries: number;
  readonly pauseMs: number;
}

const MOST_TRIES = 5;

/** Makes requests at the pace, again where they fail, and not at all while all of them do. */
export class Tries {
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #retrying: (retry: EdgarRetry) => void;
  readonly #circuit: Circuit;

  constructor({
    pace,
    clock,
    retrying,
  }: {
    readonly pace: Pace;
    readonly clock: Clock;
    readonly retrying: (retry: EdgarRetry) => void;
  }) {
    this.#pace = pace;
    this.#clock = clock;
    this.#retrying = retrying;
    this.#circuit = new Circuit(clock);
  }

  /**
   * What the first try gives that does not fail. Unavailable where five have failed, or the circuit
   * is open; whatever else a try throws that is an Anomaly.
   */
  async untilAnswered<T>(
    path: string,
    signal: AbortSignal | undefined,
    attempt: () => Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      signal?.throwIfAborted();
      this.#circuit.enter();
      try {
        // That the database gives no turns is nothing that EDGAR did.
        await this.#pace.turn(signal);
      } catch (error) {
        this.#circuit.abandoned();
        throw error;
      }
      try {
        const answer = await attempt();
        this.#circuit.succeeded();
        return answer;
      } catch (error) {
        await this.#failed(error, { path, tries, signal });
      }
    }
  }

  /** Waits before the next try, or throws where there is to be none. */
  async #failed(
    error: unknown,
    { path, tries, signal }: { path: string; tries: number; signal: AbortSignal | undefined },
  ): Promise<void> {
    if (signal?.aborted === true) {
      this.#circuit.abandoned();
      throw signal.reason;
    }
    if (error instanceof Anomaly) {
      this.#circuit.succeeded();
      throw error;
    }
    const fault = networkFault(error);
    const pauseMs = pauseAfter(fault, tries, this.#clock);
    // Whoever else asks EDGAR is to wait as well, in whatever process.
    if (fault.isThrottle) await this.#pace.hold(pauseMs).catch(() => undefined);
    this.#circuit.failed(`${path}: ${fault.message}`);
    if (tries >= MOST_TRIES) {
      const message = `EDGAR did not give ${path} in ${tries} tries. Last: ${fault.message}.`;
      throw new Anomaly('Unavailable', message, { cause: fault });
    }
    this.#retrying({ path, reason: fault.message, tries, pauseMs });
    await this.#clock.sleep(pauseMs, signal);
  }
}
