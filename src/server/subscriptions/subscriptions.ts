import { createSourceEventStream, type ExecutionResult } from 'graphql';
import { type Context, schema } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import type { Prepared } from '../operations/index.ts';
import type { Shares } from '../shares.ts';
import type { KeyWatch } from './key-watch.ts';
import { LiveResults, type Positions } from './live-results.ts';
import { type ResultMaker, SharedResults } from './shared-results.ts';

/** What subscriptions are served with. */
export interface SubscriptionsOptions extends ResultMaker {
  readonly slots: Shares;
  /** Ends what was opened by a key that is no longer accepted. */
  readonly keys: Pick<KeyWatch, 'watch'>;
}

/**
 * Opens subscriptions within the limits; each operation is executed once an event for all who share
 * it.
 */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #shared: SharedResults;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    this.#shared = new SharedResults(options);
  }

  /** The results for a client at an address, or why there are none; never rejects. */
  async open(
    { operation, variables }: Prepared,
    contextValue: Context,
    address: string | undefined,
  ): Promise<LiveResults | ExecutionResult> {
    const { slots, keys, shown } = this.#options;
    const { document, operationName } = operation;
    const args = { schema, document, operationName, variableValues: variables, contextValue };
    let giveBack: (() => void) | undefined;
    try {
      giveBack = slots.take(address);
      const positions = await createSourceEventStream(args);
      if (!(Symbol.asyncIterator in positions)) {
        giveBack();
        return { errors: shown(positions.errors ?? []) };
      }
      let forget: (() => void) | undefined;
      const results = new LiveResults({
        positions: positions[Symbol.asyncIterator]() as Positions,
        results: this.#shared.share(args),
        shown,
        ended: () => {
          giveBack?.();
          forget?.();
        },
      });
      const { caller } = contextValue;
      if (caller.kind === 'key') forget = keys.watch(caller.id, () => results.end(ENDED));
      return results;
    } catch (cause) {
      giveBack?.();
      return { errors: shown([cause]) };
    }
  }
}

const ENDED = new Anomaly('Unauthenticated', 'The API key is revoked or expired since.');
