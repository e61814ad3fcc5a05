import type { Database } from '../database/index.ts';
import type { Execution } from './execution/index.ts';
import type { Log } from './operators/index.ts';
import { ReadNodes, type ReadNodesOptions } from './read-nodes/index.ts';

/** A ledger's databases. */
interface Databases {
  readonly database: Database;
  readonly standbys?: ReadNodesOptions['standbys'];
}

/**
 * Opens what queries are answered from; the log says when a standby is left out, and comes back.
 */
export function openReadNodes(
  { database, standbys = [] }: Databases,
  { execution, log }: { readonly execution: Execution; readonly log: Log },
): ReadNodes {
  return new ReadNodes({
    primary: database,
    standbys,
    changed: (name, cause) => {
      if (cause === null) log.noted(`The ${name} answers queries.`);
      else log.failed(`The ${name} is left out`, cause);
    },
    gaveUp: (given) => void execution.forget(given).catch(() => undefined),
  });
}
