import type { Metrics } from '../operators/index.ts';
import { outcomeOf } from './outcome.ts';
import type { ServerPlugin } from './plugin.ts';

/** Counts operations and errors; of a request that was not admitted, its error alone. */
export function useMetrics(metrics: Metrics): ServerPlugin {
  return {
    onResponse({ response, serverContext: { exchange } }) {
      if (exchange === undefined) return;
      const outcome = outcomeOf(exchange, response.status);
      if (outcome !== null) metrics.answered(outcome);
      else for (const code of exchange.codes) metrics.refused(code);
    },
  };
}
