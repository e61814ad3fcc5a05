import type { Log } from '../operators/index.ts';
import { outcomeOf } from './outcome.ts';
import type { ServerPlugin } from './plugin.ts';

/** Logs every request that was admitted. */
export function useLog(log: Log): ServerPlugin {
  return {
    onResponse({ response, serverContext: { exchange } }) {
      const outcome = exchange && outcomeOf(exchange, response.status);
      if (outcome) log.answered(outcome);
    },
  };
}
