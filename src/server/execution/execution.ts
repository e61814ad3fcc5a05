import { type ExecutionResult, execute } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Cancellation, type Database, type Queryable } from '../../database/index.ts';
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
import { Executor } from './executor.ts';
import { gone, tooLate, within } from './within.ts';

/** What operations are executed with. */
export interface ExecutionOptions {
  readonly database: Pick<Database, 'pool' | 'connection' | 'records'>;
  readonly tail: Tail;
  readonly now: () => Instant;
  /** Logs who submitted what. */
  readonly note: Context['note'];
  /** Parses what is submitted. */
  readonly prepare: Context['prepare'];
  /** An operation is stopped after so long. */
  readonly timeoutMs: number;
  /** From so many executions on a query is compiled. */
  readonly compileAfter: number;
}

/** Who asks, and who observes its statements. */
type Asker = Partial<Pick<Exchange, 'caller' | 'address' | 'response' | 'statement'>>;

/** Whose batches are kept; an evicted one ends its work all the same. */
const MOST_CLIENTS = 1_000;

/** What all subscriptions share: an event is loaded once for all of them. */
const SUBSCRIBERS = 'subscribers';

function clientOf({ caller, address }: Asker): string {
  return clientNamed(caller ?? ANONYMOUS, address) ?? HERE;
}

/** Executes operations over one database, whatever the transport. */
export class Execution {
  readonly #options: ExecutionOptions;
  readonly #cancellation: Cancellation;
  /** Of each client: who shares a statement shares its wait. */
  readonly #batches = new LRUCache<string, SharedBatches>({ max: MOST_CLIENTS });
  readonly #executor: Executor;

  constructor(options: ExecutionOptions) {
    this.#options = options;
    this.#cancellation = new Cancellation(options.database);
    this.#executor = new Executor(options.compileAfter);
  }

  /**
   * Executes a query or a mutation. A query is stopped, with its statements, when it takes too long
   * or its client goes away: it rejects as Unavailable then.
   */
  execute(prepared: Prepared, asker: Asker): MaybePromise<ExecutionResult> {
    const result = isMutation(prepared)
      ? this.#cancellation.inTurn(clientOf(asker), async () =>
          execute(argsOf(prepared, this.context(asker))),
        )
      : this.#query(prepared, asker);
    const { cost } = prepared;
    return andThen(result, (answer) => withCost(answer, cost));
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
    const { database, timeoutMs } = this.#options;
    const queries = this.#cancellation.queries(clientOf(asker), statement);
    const context = this.context(asker, {
      database: { pool: queries as never, records: database.records },
      // What is traced is asked for alone: a statement of many operations would belong to none.
      batches:
        statement === undefined
          ? this.#batchesOf(clientOf(asker))
          : new SharedBatches((work) => work(queries)),
    });
    const result = work(context);
    return result instanceof Promise ? within(result, { timeoutMs, response, queries }) : result;
  }

  /**
   * What resolvers share: of one request, or of one event of a subscription, which has no caller.
   */
  context({ caller }: Asker = {}, ways?: Pick<Context, 'database' | 'batches'>): Context {
    const { tail, now, note, prepare, database } = this.#options;
    return createContext({
      database: ways?.database ?? database,
      batches: ways?.batches ?? this.#batchesOf(SUBSCRIBERS),
      tail,
      now: now(),
      note,
      prepare,
      caller: caller ?? ANONYMOUS,
    });
  }

  #batchesOf(client: string): SharedBatches {
    const known = this.#batches.get(client);
    if (known !== undefined) return known;
    const batches = new SharedBatches((work) => this.#sharedWork(client, work));
    this.#batches.set(client, batches);
    return batches;
  }

  /** A statement that several operations share is stopped when the first of them would be. */
  async #sharedWork<Answer>(
    client: string,
    work: (db: Queryable) => Promise<Answer>,
  ): Promise<Answer> {
    const { timeoutMs } = this.#options;
    const queries = this.#cancellation.queries(client);
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
}

function argsOf({ operation, variables }: Prepared, contextValue: object) {
  const { document, operationName } = operation;
  return { schema, document, operationName, variableValues: variables, contextValue };
}

function withCost({ data, errors }: ExecutionResult, cost: number): ExecutionResult {
  const extensions = { cost };
  if (errors === undefined) return { data: data ?? null, extensions };
  return data === undefined ? { errors, extensions } : { errors, data, extensions };
}
