import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  OperationTypeNode,
} from 'graphql';
import {
  Cancellation,
  type Database,
  type Queryable,
  type StatementObserver,
  type Tail,
} from '../../ledger/index.ts';
import {
  type Caller,
  type Context,
  createContext,
  SharedBatches,
  schema,
} from '../../schema/index.ts';
import type { Instant } from '../../values/index.ts';
import type { OperationLimits, PersistedOperations } from '../settings/index.ts';
import type { Variables } from './cost.ts';
import { executeWithin, gone, tooLate } from './execute-within.ts';
import { Executor } from './executor.ts';
import { tooCostly } from './limits.ts';
import type { Operation } from './operation.ts';
import { type Sent, textOf } from './operation-text.ts';
import { Operations } from './operations.ts';
import { type ErrorLog, showErrors } from './shown-errors.ts';

/** What operations are executed with. */
export interface EngineOptions {
  readonly database: Pick<Database, 'pool' | 'connection'>;
  readonly tail: Tail;
  readonly now: () => Instant;
  readonly log: ErrorLog;
  /** Told who submitted what. */
  readonly note: Context['note'];
  readonly limits: OperationLimits;
  readonly timeoutMs: number;
  /** From so many executions on a query is compiled. */
  readonly compileAfter: number;
  readonly introspection: boolean;
  readonly suggestions: boolean;
  readonly persisted: PersistedOperations;
}

/** An operation as a client asks for it. */
export interface Request extends Sent {
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

/** Who asks. */
export interface Asker {
  /** The request's name in logs. */
  readonly requestId: string;
  readonly caller: Caller;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each statement that a query runs. */
  readonly statement?: StatementObserver | undefined;
}

/** An operation with its variables, within every limit. */
export interface Ready {
  readonly operation: Operation;
  readonly variables: Variables;
  readonly cost: number;
}

/** An answer without data: it was not executed, and why. */
export type Refusal = ExecutionResult & { readonly data?: never };

const NO_VARIABLES: Variables = {};

/** Whatever the transport: judges operations and executes them. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #operations: Operations;
  readonly #cancellation: Cancellation;
  readonly #batches: SharedBatches;
  readonly #executor: Executor;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#operations = new Operations({ ...options, schema });
    this.#cancellation = new Cancellation(options.database);
    this.#executor = new Executor(options.compileAfter);
    this.#batches = new SharedBatches((work) => this.#sharedWork(work));
  }

  /** The operation that a request means, or why it will not be executed. */
  prepare(request: Request, { requestId }: Pick<Asker, 'requestId'>): Ready | Refusal {
    const { persisted, limits } = this.#options;
    try {
      const text = textOf(request, persisted) ?? '';
      const operation = this.#operations.prepare(text, request.operationName ?? null);
      if (!('document' in operation)) return this.#refusal(operation, requestId);
      const variables = request.variables ?? NO_VARIABLES;
      const cost = operation.cost(variables);
      const costly = tooCostly(cost, limits);
      if (costly !== null) return this.#refusal([costly], requestId);
      return { operation, variables, cost };
    } catch (error) {
      return this.#refusal([error], requestId);
    }
  }

  /** Executes a query or a mutation. Errors are as clients may see them; never rejects. */
  async execute(ready: Ready, asker: Asker): Promise<ExecutionResult> {
    const { requestId } = asker;
    try {
      const result = await (isMutation(ready)
        ? execute(argsOf(ready, this.context(asker)))
        : this.#query(ready, asker));
      const extensions = { ...result.extensions, cost: ready.cost };
      if (result.errors === undefined) return { ...result, extensions };
      return { ...result, errors: this.shown(result.errors, requestId), extensions };
    } catch (error) {
      return this.#refusal([error], requestId);
    }
  }

  #query(ready: Ready, asker: Asker) {
    if (asker.signal?.aborted === true) throw gone();
    const queries = this.#cancellation.queries(asker.statement);
    const { database, timeoutMs } = this.#options;
    // What is traced is asked for alone: a statement of many operations would be none's.
    const batches =
      asker.statement === undefined ? this.#batches : new SharedBatches((work) => work(queries));
    const ways = { database: { ...database, pool: queries as never }, batches };
    const context = this.context(asker, ways);
    const stop = (reason: Error) => queries.cancel(reason);
    const execution = () => this.#executor.execute(ready.operation, argsOf(ready, context));
    return executeWithin(execution, { timeoutMs, signal: asker.signal, stop });
  }

  /**
   * What resolvers share: of one request, or of one event of a subscription, which is told to nobody in
   * particular.
   */
  context(asker?: Pick<Asker, 'caller'>, ways?: Pick<Context, 'database' | 'batches'>) {
    const { tail, now, note, database } = this.#options;
    return createContext({
      ...(ways ?? { database, batches: this.#batches }),
      tail,
      now: now(),
      note,
      ...(asker === undefined ? {} : { caller: asker.caller }),
    });
  }

  /** Errors as clients may see them, those of our side logged. */
  refuse(error: unknown, { requestId }: Pick<Asker, 'requestId'>): Refusal {
    return this.#refusal([error], requestId);
  }

  /** A statement that several operations share is stopped when the first of them would be. */
  async #sharedWork<Answer>(work: (db: Queryable) => Promise<Answer>): Promise<Answer> {
    const { timeoutMs } = this.#options;
    const queries = this.#cancellation.queries();
    const late = setTimeout(() => queries.cancel(tooLate(timeoutMs)), timeoutMs);
    try {
      return await work(queries);
    } finally {
      clearTimeout(late);
    }
  }

  /** Ends what it has open beside the database. */
  close(): Promise<void> {
    return this.#cancellation.close();
  }

  #refusal(errors: readonly unknown[], requestId: string): Refusal {
    return { errors: this.shown(errors, requestId) };
  }

  /** Several such. */
  shown(errors: readonly unknown[], requestId: string): GraphQLError[] {
    const { log, suggestions } = this.#options;
    return showErrors(errors, { log, requestId, suggestions });
  }
}

/** What graphql-js executes. */
export function argsOf({ operation, variables }: Ready, contextValue: object): ExecutionArgs {
  const { document, operationName } = operation;
  return { schema, document, operationName, variableValues: variables, contextValue };
}

/** Whether it was refused. */
export function isRefusal(prepared: Ready | Refusal): prepared is Refusal {
  return !('operation' in prepared);
}

/** Whether it changes something. */
export function isMutation({ operation }: Ready): boolean {
  return operation.kind === OperationTypeNode.MUTATION;
}

/** Whether it is answered again and again. */
export function isSubscription({ operation }: Ready): boolean {
  return operation.kind === OperationTypeNode.SUBSCRIPTION;
}
