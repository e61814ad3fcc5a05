import type { ExecutionResult } from 'graphql';
import type { ResultMaker, Results } from './shared-results.ts';

type Step = IteratorResult<ExecutionResult, undefined>;

const DONE: Step = { done: true, value: undefined };

/** How many events to load together, where so many are at hand. */
const TOGETHER = 8;

/** Positions of events, as the ledger's tail gives them. */
export interface Positions extends AsyncIterator<bigint, undefined> {
  /** Those that come next, as far as they are at hand. */
  upcoming?(limit: number): readonly bigint[];
}

/** What live results are made of. */
export interface LiveSource {
  readonly positions: Positions;
  readonly results: Results;
  readonly shown: ResultMaker['shown'];
  /** Called once, when they have ended. */
  readonly ended: () => void;
}

/**
 * The results of one subscription, one an event. They end with the first event that cannot be sent
 * at all because the database is away: the client goes on after the last one it got.
 */
export class LiveResults implements AsyncIterableIterator<ExecutionResult, undefined> {
  readonly #source: LiveSource;
  #hasEnded = false;
  #reason: Error | undefined;

  constructor(source: LiveSource) {
    this.#source = source;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The result for the next event. To be called again only when it has answered. */
  async next(): Promise<Step> {
    if (this.#hasEnded) return this.#last();
    const { positions, results, shown } = this.#source;
    try {
      const step = await positions.next();
      if (step.done === true) {
        await this.return();
        return this.#last();
      }
      const value = await results.of(step.value, () => positions.upcoming?.(TOGETHER - 1) ?? []);
      if (isUnavailable(value)) await this.return();
      return { value };
    } catch (error) {
      await this.return();
      return { value: { errors: shown([error]) } };
    }
  }

  /** Ends them with an error, also while the next event is waited for. */
  end(reason: Error): void {
    if (this.#hasEnded) return;
    this.#reason = reason;
    void this.return();
  }

  /** Why they were ended, once. */
  #last(): Step {
    const reason = this.#reason;
    this.#reason = undefined;
    return reason === undefined ? DONE : { value: { errors: this.#source.shown([reason]) } };
  }

  /** Ends them, also while the next event is waited for. */
  async return(): Promise<Step> {
    if (!this.#hasEnded) {
      this.#hasEnded = true;
      this.#source.results.release();
      this.#source.ended();
      await this.#source.positions.return?.();
    }
    return DONE;
  }
}

function isUnavailable({ data, errors }: ExecutionResult): boolean {
  return (
    data == null && errors?.some(({ extensions }) => extensions.code === 'UNAVAILABLE') === true
  );
}
