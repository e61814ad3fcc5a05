import type { ExecutionResult } from 'graphql';
import { databaseFault } from '../../database/index.ts';
import type { Exchange, ServerContext } from '../exchange.ts';
import { isMutation } from '../operations/index.ts';
import { type ReadNode, type ReadNodes, wantedPosition } from '../read-nodes/index.ts';
import type { ServerPlugin } from './plugin.ts';

type Execute = (args: never) => unknown;

/**
 * Chooses what a query is answered from, by the position that it wants, and says in
 * `X-Ledger-Position` up to which one its answer has all events in it. What a standby fails at is
 * asked of the primary. To come after all that executes.
 */
export function useReadNode(nodes: ReadNodes): ServerPlugin {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { exchange, req, res } = args.contextValue as ServerContext;
      const { prepared } = exchange;
      if (prepared === null) return;
      const execute = executeFn as Execute;
      const answered = (result: unknown) => {
        const { position } = exchange;
        if (position !== null && !res?.headersSent) {
          res?.setHeader('x-ledger-position', String(position));
        }
        return result;
      };
      if (isMutation(prepared)) {
        setExecuteFn(async (given) => {
          const result = (await execute(given as never)) as ExecutionResult;
          // Where the ledger is away now, what was done stays done.
          await nodes.primary.look().catch(() => undefined);
          exchange.position = nodes.primary.position;
          const position = exchange.position === null ? {} : { position: `${exchange.position}` };
          const extensions = { ...result.extensions, ...position };
          return answered({ ...result, extensions });
        });
        return;
      }
      const wanted = wantedPosition(req?.headers, prepared);
      setExecuteFn(async (given) => {
        // What it changed itself, a caller sees at once.
        const { isOfCaller } = prepared.operation;
        const node = isOfCaller ? nodes.primary : await nodes.choose(wanted);
        const ask = (from: ReadNode) => {
          begin(exchange, from);
          return execute(given as never);
        };
        if (node.isPrimary) return answered(await ask(node));
        const result = await attempt(nodes, node, () => ask(node));
        if (result !== FAILED) return answered(result);
        await nodes.primary.look();
        return answered(await ask(nodes.primary));
      });
    },
  };
}

function begin(exchange: Exchange, node: ReadNode): void {
  exchange.node = node;
  exchange.position = node.position;
}

const FAILED = Symbol('failed');

/** What a standby answers; FAILED where it is away, or does not answer any more. */
async function attempt(nodes: ReadNodes, node: ReadNode, ask: () => unknown): Promise<unknown> {
  const lost = nodes.lost(node)?.then(
    () => FAILED,
    () => FAILED,
  );
  const asked = Promise.resolve(ask()).then(
    (result) => (hasFailed(result as ExecutionResult) ? FAILED : result),
    (error: unknown) => {
      if (databaseFault(error) === null) throw error;
      return FAILED;
    },
  );
  // It may end long after it was given up.
  asked.catch(() => undefined);
  return Promise.race(lost === undefined ? [asked] : [asked, lost]);
}

function hasFailed({ errors = [] }: ExecutionResult): boolean {
  return errors.some(({ originalError }) => databaseFault(originalError) !== null);
}
