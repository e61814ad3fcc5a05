import type { Execution } from '../execution/index.ts';
import type { ServerPlugin } from './plugin.ts';

/** Executes queries and mutations: compiled where they come again, and within the time limit. */
export function useExecution(execution: Execution): ServerPlugin {
  return {
    onExecute({ args: { contextValue }, setExecuteFn }) {
      const { exchange } = contextValue;
      const { prepared } = exchange;
      if (prepared === null) return;
      setExecuteFn(() => {
        exchange.from = 'ledger';
        return execution.execute(prepared, exchange);
      });
    },
  };
}
