import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Database, ledgerState } from '../../ledger/index.ts';
import { SharedBatches } from '../../schema/index.ts';
import { type Instant, newYorkDate } from '../../values/index.ts';
import { type Asker, type Engine, isMutation, type Ready } from './engine.ts';

/** What answers are kept by. */
export interface AnswersOptions {
  readonly engine: Engine;
  readonly database: Pick<Database, 'pool'>;
  readonly now: () => Instant;
  /** Bytes of answers to keep; 0 for none. */
  readonly cacheBytes: number;
}

/** An answer as text, with a tag where an equal one means the same answer. */
export type Answer =
  | {
      readonly of: 'text';
      readonly text: Buffer | string;
      readonly tag: string | null;
      readonly from: 'ledger' | 'memory';
      readonly errors: ExecutionResult['errors'];
    }
  | { readonly of: 'result'; readonly result: ExecutionResult }
  | { readonly of: 'unchanged'; readonly tag: string };

/** What the client says of the answer. */
export interface Wanted {
  /** Whether to tag it. */
  readonly tag: boolean;
  /** The tags that it has; null for none. */
  readonly known: readonly string[] | null;
}

/**
 * Answers to queries. One that was computed at a state of the ledger stays true until that moves: it is
 * kept, within bounds, and a client that has it is told so. Only the state is read then.
 */
export class Answers {
  readonly #options: AnswersOptions;
  readonly #kept: LRUCache<string, Buffer> | null;
  readonly #batches: SharedBatches;

  constructor(options: AnswersOptions) {
    const { database, cacheBytes } = options;
    this.#options = options;
    this.#kept =
      cacheBytes === 0
        ? null
        : new LRUCache({ maxSize: cacheBytes, sizeCalculation: (text) => text.length + 500 });
    this.#batches = new SharedBatches((work) => work(database.pool));
  }

  /** The answer to a query or a mutation. Never rejects. */
  async to(ready: Ready, asker: Asker, wanted: Wanted): Promise<Answer> {
    const { engine } = this.#options;
    if (isMutation(ready) || (this.#kept === null && !wanted.tag)) {
      return textOf(await engine.execute(ready, asker), null);
    }
    let tag: string;
    try {
      tag = tagOf(ready, await this.#state());
    } catch (error) {
      return { of: 'result', result: engine.refuse(error, asker) };
    }
    if (wanted.known?.includes(tag) === true) return { of: 'unchanged', tag };
    const kept = this.#kept?.get(tag);
    if (kept !== undefined) {
      return { of: 'text', text: kept, tag, from: 'memory', errors: undefined };
    }
    const result = await engine.execute(ready, asker);
    if (result.errors !== undefined) return textOf(result, null);
    const text = Buffer.from(JSON.stringify(result));
    this.#kept?.set(tag, text);
    return { of: 'text', text, tag, from: 'ledger', errors: undefined };
  }

  /** The state of the ledger as it is now: one reading for all who ask at a moment. */
  #state(): Promise<string> {
    return this.#batches.ask('state', { key: null, text: null }, async (db) => {
      const now = this.#options.now();
      return [`${await ledgerState(db, now)}|${newYorkDate(now)}`];
    });
  }
}

function textOf(result: ExecutionResult, tag: string | null): Answer {
  if (result.data === undefined) return { of: 'result', result };
  const { errors } = result;
  return { of: 'text', text: JSON.stringify(result), tag, from: 'ledger', errors };
}

function tagOf({ operation, variables }: Ready, state: string): string {
  return createHash('sha256')
    .update(`${operation.hash}\n${state}\n`)
    .update(JSON.stringify(variables))
    .digest('base64url')
    .slice(0, 32);
}
