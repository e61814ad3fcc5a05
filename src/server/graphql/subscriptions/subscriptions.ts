import type { IncomingMessage } from 'node:http';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { EVENT_STREAM_HEADERS, EventStream } from './event-stream.ts';
import { LiveResults, type Positions } from './live-results.ts';
import { type ResultMaker, SharedResults } from './shared-results.ts';
import type { SubscriptionSlots } from './subscription-slots.ts';

/** What subscriptions are served with. */
export interface SubscriptionsOptions extends ResultMaker {
  readonly slots: SubscriptionSlots;
}

/**
 * Serves subscriptions: within the limits, each operation executed once an event for all who share it,
 * and as server-sent events where they come over HTTP.
 */
export function subscriptions(options: SubscriptionsOptions): Plugin {
  const shared = new SharedResults(options);
  const subscribe = (args: ExecutionArgs) => open(args, shared, options);
  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(subscribe);
    },
    onResultProcess(hook) {
      const { result, resultProcessor } = hook;
      // Where there is no processor the client does not take event streams.
      if (!isAsyncIterable(result) || resultProcessor === undefined) return;
      hook.setResultProcessor(
        (_, fetchAPI) =>
          new fetchAPI.Response(new EventStream(result) as never, {
            headers: EVENT_STREAM_HEADERS,
          }),
        'text/event-stream',
      );
    },
  };
}

async function open(
  args: ExecutionArgs,
  shared: SharedResults,
  { slots, log }: SubscriptionsOptions,
): Promise<LiveResults | ExecutionResult> {
  let giveBack: () => void;
  try {
    giveBack = slots.take(addressOf(args.contextValue));
  } catch (cause) {
    return { errors: [asGraphqlError(cause)] };
  }
  try {
    const positions = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in positions)) {
      giveBack();
      return positions;
    }
    return new LiveResults({
      positions: positions[Symbol.asyncIterator]() as Positions,
      results: shared.share(args),
      log,
      ended: giveBack,
    });
  } catch (cause) {
    giveBack();
    return { errors: [asGraphqlError(cause)] };
  }
}

function asGraphqlError(cause: unknown): GraphQLError {
  const { message } = cause as Error;
  return new GraphQLError(message, { originalError: cause as Error });
}

function addressOf(context: unknown): string | undefined {
  return (context as { readonly req?: IncomingMessage }).req?.socket.remoteAddress;
}
