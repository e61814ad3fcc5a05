import { type ExecutionResult, execute } from 'graphql';
import type { Database } from '../../database/index.ts';
import type { Tail } from '../../reads/index.ts';
import {
  ANONYMOUS,
  type Context,
  createContext,
  SharedBatches,
  schema,
} from '../../schema/index.ts';
import { andThen, type Instant, type MaybePromise } from '../../values/index.ts';
import { clientOf as clientNamed } from '../door/index.ts';
import { HERE } from '../endpoint.ts';
import { type Exchange, isGone } from '../exchange.ts';
import { isMutation, type Prepared } from '../operations/index.ts';
import type { ReadDatabase } from '../read-nodes/index.ts';
import { Executor } from './executor.ts';
import { NodeWays } from './node-ways.ts';
import { gone, within } from './within.ts';

/** What operations are executed with. */
export interface ExecutionOptions {
  readonly database: Pick<Database, 'pool' | 'connection' | 'records'>;
  readonly tail: Tail;
  readonly now: () => Instant;
  /** Logs who submitted what. */
  readonly note: Context['note'];
  /** Parses what is submitted. */
  readonly prepare: Context['prepare'];
  /** Makes watches; nobody where left out. */
  readonly watches?: Context['watches'];
  /** An operation is stopped after so long. */
  readonly timeoutMs: number;
  /** From so many executions on a query is compiled. */
  readonly compileAfter: number;
}

/** Who asks, and who observes its statements. */
type Asker = Partial<
  Pick<Exchange, 'caller' | 'address' | 'response' | 'statement' | 'node' | 'position'>
>;

/** What all subscriptions share: an event is loaded once for all of them. */
const SUBSCRIBERS = 'subscribers';

function clientOf({ caller, address }: Asker): string {
  return clientNamed(caller ?? ANONYMOUS, address) ?? HERE;
}

/** Executes operations over one database, whatever the transport. */
export class Execution {
  readonly #options: ExecutionOptions;
  readonly #primary: NodeWays;
  /** Of other databases that queries are answered from. */
  readonly #standbys = new Map<ReadDatabase, NodeWays>();
  readonly #executor: Executor;

  constructor(options: ExecutionOptions) {
    this.#options = options;
    this.#primary = new NodeWays(options.database, options);
    this.#executor = new Executor(options.compileAfter);
  }

  /**
   * Executes a query or a mutation. A query is stopped, with its statements, when it takes too long
   * or its client goes away: it rejects as Unavailable then.
   */
  execute(prepared: Prepared, asker: Asker): MaybePromise<ExecutionResult> {
    const result = isMutation(prepared)
      ? this.#primary.cancellation.inTurn(clientOf(asker), async () =>
          execute(argsOf(prepared, this.context(asker))),
        )
      : this.#query(prepared, asker);
    const { cost } = prepared;
    return andThen(result, (answer) => withExtensions(answer, cost, asker.position ?? null));
  }

  #query(prepared: Prepared, asker: Asker): MaybePromise<ExecutionResult> {
    return this.read(asker, (context) =>
      this.#executor.execute(prepared.operation, argsOf(prepared, context)),
    );
  }

  /**
   * Answers a question, of GraphQL or not, within the bounds of a query: it is stopped, with its
   * statements, when it takes too long or its client goes away, and rejects as Unavailable then.
   */
  read<Answer>(
    asker: Asker,
    work: (context: Context) => MaybePromise<Answer>,
  ): MaybePromise<Answer> {
    const { response, statement } = asker;
    if (isGone(asker)) throw gone();
    const { timeoutMs } = this.#options;
    const ways = this.#waysOf(asker.node?.database);
    const { database } = ways;
    const queries = ways.cancellation.queries(clientOf(asker), statement);
    const context = this.context(asker, {
      database: { pool: queries as never, records: database.records },
      // What is traced is asked for alone: a statement of many operations would belong to none.
      batches:
        statement === undefined
          ? ways.batchesOf(clientOf(asker))
          : new SharedBatches((work) => work(queries)),
    });
    const result = work(context);
    return result instanceof Promise ? within(result, { timeoutMs, response, queries }) : result;
  }

  /**
   * What resolvers share: of one request, or of one event of a subscription, which has no caller.
   */
  context({ caller }: Asker = {}, ways?: Pick<Context, 'database' | 'batches'>): Context {
    const { tail, now, note, prepare, watches = null, database } = this.#options;
    return createContext({
      database: ways?.database ?? database,
      batches: ways?.batches ?? this.#primary.batchesOf(SUBSCRIBERS),
      tail,
      now: now(),
      note,
      prepare,
      watches,
      caller: caller ?? ANONYMOUS,
    });
  }

  #waysOf(database: ReadDatabase | undefined): NodeWays {
    if (database === undefined || database === this.#options.database) return this.#primary;
    const known = this.#standbys.get(database);
    if (known !== undefined) return known;
    const ways = new NodeWays(database, this.#options);
    this.#standbys.set(database, ways);
    return ways;
  }

  /** Ends what it has open to a database that is given up; what is under way there ends with it. */
  async forget(database: ReadDatabase): Promise<void> {
    const ways = this.#standbys.get(database);
    this.#standbys.delete(database);
    await ways?.cancellation.close();
  }

  /** Ends what it has open beside the database. */
  async close(): Promise<void> {
    const all = [this.#primary, ...this.#standbys.values()];
    await Promise.all(all.map(({ cancellation }) => cancellation.close()));
  }
}

function argsOf({ operation, variables }: Prepared, contextValue: object) {
  const { document, operationName } = operation;
  return { schema, document, operationName, variableValues: variables, contextValue };
}

function withExtensions(
  { data, errors }: ExecutionResult,
  cost: number,
  position: bigint | null,
): ExecutionResult {
  const extensions = position === null ? { cost } : { cost, position: String(position) };
  if (errors === undefined) return { data: data ?? null, extensions };
  return data === undefined ? { errors, extensions } : { errors, data, extensions };
}
