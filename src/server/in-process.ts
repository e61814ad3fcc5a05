import { randomUUID } from 'node:crypto';
import { type GraphQLError, OperationTypeNode } from 'graphql';
import { type Caller, schema } from '../schema/index.ts';
import { invariant, type MaybePromise } from '../values/index.ts';
import type { Exchange } from './exchange.ts';
import type { Execution } from './execution/index.ts';
import { type Judge, judge, type Variables } from './operations/index.ts';
import type { RequestOutcome } from './operators/index.ts';
import { outcomeOf } from './plugins/index.ts';

/** What operations are asked with that do not come over HTTP. */
export interface InProcessOptions {
  readonly execution: Execution;
  readonly judge: Omit<Judge, 'schema'>;
  /** Errors as clients may see them; what is internal is logged and masked. */
  readonly shown: (errors: readonly unknown[]) => readonly GraphQLError[];
  /** Called with what became of each operation. */
  readonly answered: (outcome: RequestOutcome) => void;
}

/** On whose behalf something is asked. */
export interface Asker extends Pick<Exchange, 'address' | 'response'> {
  readonly caller: Caller;
  /** Counts an operation of the asker before it is executed; throws where it is one too many. */
  readonly count: () => MaybePromise<void>;
}

/** What an operation gave. */
export interface AskedAnswer {
  readonly data: unknown;
  /** Rows that it might have read. */
  readonly cost: number;
}

/**
 * Executes a query as if it had come over HTTP: within the same limits, at the same price, in the
 * turn of the same client. Rejects with the first error, as clients may see it.
 */
export async function askInProcess(
  { text, variables }: { readonly text: string; readonly variables: Variables },
  asker: Asker,
  { execution, judge: by, shown, answered }: InProcessOptions,
): Promise<AskedAnswer> {
  const { caller, address, response, count } = asker;
  const exchange: Exchange = {
    requestId: randomUUID(),
    startedAt: performance.now(),
    response,
    address,
    caller,
    prepared: null,
    // The primary's.
    node: null,
    position: null,
    codes: [],
    from: 'ledger',
  };
  try {
    await count();
    exchange.prepared = judge({ text, operationName: null, variables }, { ...by, schema });
    const { kind } = exchange.prepared.operation;
    invariant(kind === OperationTypeNode.QUERY, 'queries alone are asked in the process');
    const { data, errors } = await execution.execute(exchange.prepared, exchange);
    if (errors !== undefined) throw new AggregateError(errors);
    return { data, cost: exchange.prepared.cost };
  } catch (error) {
    const faults = error instanceof AggregateError ? error.errors : [error];
    const [first, ...others] = shown(faults);
    exchange.codes = [first, ...others].map((fault) => String(fault?.extensions.code));
    throw first ?? error;
  } finally {
    const outcome = outcomeOf(exchange, 200);
    if (outcome !== null) answered(outcome);
  }
}
