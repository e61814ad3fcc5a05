import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ledgerState } from '../../reads/index.ts';
import { SharedBatches } from '../../schema/index.ts';
import { type Instant, newYorkDate } from '../../values/index.ts';
import type { ServerContext } from '../exchange.ts';
import { isHeld } from '../is-held.ts';
import { isMutation, type Prepared } from '../operations/index.ts';
import type { ReadDatabase, ReadNode } from '../read-nodes/index.ts';
import type { ServerPlugin } from './plugin.ts';

/** What answers are kept by. */
export interface KeptAnswersOptions {
  readonly now: () => Instant;
  /** Bytes of answers to keep; 0 for none. */
  readonly cacheBytes: number;
}

/** How Yoga takes a result that is text already. */
interface TextResult extends ExecutionResult {
  readonly stringify: () => string;
}

/**
 * Keeps the answers to queries, within bounds, and tags those to GET. An answer that was computed
 * at a state of the ledger stays true until that moves: only the state is read to give it again, or
 * to tell a client that what it has is unchanged (docs/reference/caching.md).
 */
export function useKeptAnswers({ now, cacheBytes }: KeptAnswersOptions): ServerPlugin {
  const kept =
    cacheBytes === 0
      ? null
      : new LRUCache<string, string>({
          maxSize: cacheBytes,
          // V8 takes two bytes for a character as soon as one of them needs it.
          sizeCalculation: (text) => 2 * text.length + 500,
        });
  const batches = new WeakMap<ReadDatabase, SharedBatches>();
  /** One reading of a node for all who ask it at a moment. */
  const stateOf = (node: ReadNode) => {
    const { database } = node;
    const asked = batches.get(database) ?? new SharedBatches((work) => work(database.pool));
    batches.set(database, asked);
    return asked.ask('state', { key: null, text: null }, async (db) => {
      const at = now();
      const { state, projectedTo } = await ledgerState(db, at);
      node.saw(projectedTo);
      return [{ state: `${node.timeline}|${state}|${newYorkDate(at)}`, projectedTo }];
    });
  };
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { exchange, req } = args.contextValue as ServerContext;
      const { prepared } = exchange;
      const byGet = req?.method === 'GET';
      if (prepared === null || isMutation(prepared) || (kept === null && !byGet)) return;
      if (prepared.operation.isOfCaller) return;
      setExecuteFn(async () => {
        const { node } = exchange;
        if (node === null) return executeFn(args);
        const { state, projectedTo } = await stateOf(node);
        exchange.position = projectedTo;
        const tag = tagOf(prepared, state);
        const extensions = byGet ? tagged(tag) : {};
        if (byGet && isHeld(req.headers['if-none-match'], `"${tag}"`)) {
          exchange.from = 'client';
          return unchanged(extensions);
        }
        const known = kept?.get(tag);
        if (known !== undefined) {
          exchange.from = 'memory';
          return textResult(known, extensions);
        }
        const result = (await executeFn(args)) as ExecutionResult;
        if (result.errors !== undefined) return result;
        const text = JSON.stringify(result);
        kept?.set(tag, text);
        return textResult(text, extensions);
      });
    },
  };
}

/** Of the operation, its variables and the state of the ledger. */
function tagOf({ operation, variables }: Prepared, state: string): string {
  return createHash('sha256')
    .update(`${operation.hash}\n${state}\n`)
    .update(JSON.stringify(variables))
    .digest('base64url')
    .slice(0, 32);
}

function textResult(text: string, extensions: object): TextResult {
  return { data: {}, extensions: { ...extensions }, stringify: () => text };
}

function unchanged({ http }: { readonly http?: object }): TextResult {
  return { data: {}, extensions: { http: { ...http, status: 304 } }, stringify: () => '' };
}

/** To be asked again each time: only the server knows whether the ledger has moved. */
function tagged(tag: string) {
  const headers = { etag: `"${tag}"`, 'cache-control': 'no-cache', vary: 'accept' };
  return { http: { headers } };
}
