import type { Database, Primary } from '../database/index.ts';
import type { Tail } from '../reads/index.ts';
import type { Execution } from './execution/index.ts';
import type { Log } from './operators/index.ts';
import { ReadNodes, type ReadNodesOptions } from './read-nodes/index.ts';

/** A ledger's databases. */
interface Databases {
  readonly database: Database;
  readonly standbys?: ReadNodesOptions['standbys'];
  readonly primary?: Primary | null;
}

/**
 * Opens what queries are answered from; the log says when a standby is left out, and comes back.
 * Where another server becomes the primary, subscriptions end: positions after the last that was
 * sent may mean other events there, and who subscribes again is given those.
 */
export function openReadNodes(
  { database, standbys = [], primary = null }: Databases,
  {
    execution,
    log,
    tail,
  }: { readonly execution: Execution; readonly log: Log; readonly tail: Tail },
): ReadNodes {
  const nodes = new ReadNodes({
    primary: database,
    standbys,
    changed: (name, cause) => {
      if (cause === null) log.noted(`The ${name} answers queries.`);
      else log.failed(`The ${name} is left out`, cause);
    },
    gaveUp: (given) => void execution.forget(given).catch(() => undefined),
  });
  nodes.move(primary?.timeline ?? 0);
  primary?.onMoved(() => {
    nodes.move(primary.timeline);
    void tail.restart();
    log.noted(`Another server takes changes now, on timeline ${primary.timeline}.`);
  });
  return nodes;
}
