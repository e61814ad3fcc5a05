import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import { operationShape } from './operation-shape.ts';

/** Results kept of one shape: those that subscribers near one another still ask for. */
const KEPT = 128;

/**
 * After so long a result is worked out anew: what is answered beside the event may have changed.
 */
const FRESH_MS = 1_000;

/** What executing for one event needs of the server. */
export interface ResultMaker {
  /** A context of its own for each event. It must not depend on the subscriber. */
  context(): object;
  /** Errors as clients may see them. */
  readonly shown: (errors: readonly unknown[]) => readonly GraphQLError[];
}

/** The results of one subscription, by position. */
export interface Results {
  /**
   * The result for an event. Where it has to be worked out, those of the events that will be asked
   * for next are too: one statement loads them together.
   */
  of(position: bigint, upcoming: () => readonly bigint[]): Promise<ExecutionResult>;
  /** Gives up the share in them. */
  release(): void;
}

interface Kept {
  readonly at: number;
  readonly result: Promise<ExecutionResult>;
}

/**
 * Executes each operation once an event for all subscribers that ask the same of it, whatever their
 * filters are. They get one and the same result, its errors masked.
 */
export class SharedResults {
  readonly #maker: ResultMaker;
  readonly #shapes = new Map<string, { users: number; readonly kept: Map<bigint, Kept> }>();

  constructor(maker: ResultMaker) {
    this.#maker = maker;
  }

  /** The results of a subscription, shared with those of its shape until it releases them. */
  share(args: ExecutionArgs): Results {
    const { document, operationName, variableValues } = args;
    const key = operationShape(document, operationName, variableValues);
    const shape = this.#shapes.get(key) ?? { users: 0, kept: new Map<bigint, Kept>() };
    this.#shapes.set(key, shape);
    shape.users += 1;
    return {
      of: (position, upcoming) => this.#result(shape.kept, { position, upcoming }, args),
      release: () => {
        shape.users -= 1;
        if (shape.users === 0) this.#shapes.delete(key);
      },
    };
  }

  #result(
    kept: Map<bigint, Kept>,
    { position, upcoming }: { position: bigint; upcoming: () => readonly bigint[] },
    args: ExecutionArgs,
    // Events that are asked for together share their loaders.
    context = this.#maker.context(),
  ): Promise<ExecutionResult> {
    const now = performance.now();
    const known = kept.get(position);
    if (known !== undefined && now - known.at < FRESH_MS) return known.result;
    const result = this.#execute(position, args, context);
    kept.delete(position);
    kept.set(position, { at: now, result });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    for (const next of upcoming()) {
      // Whoever asks for it gets the failure.
      this.#result(kept, { position: next, upcoming: () => [] }, args, context).catch(
        () => undefined,
      );
    }
    return result;
  }

  async #execute(
    position: bigint,
    args: ExecutionArgs,
    contextValue: object,
  ): Promise<ExecutionResult> {
    const result = await execute({ ...args, rootValue: position, contextValue });
    if (result.errors === undefined) return result;
    return { ...result, errors: this.#maker.shown(result.errors) };
  }
}
