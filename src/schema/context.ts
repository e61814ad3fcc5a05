import type { Database, Tail } from '../ledger/index.ts';
import type { Instant } from '../values/index.ts';
import { Loaders } from './loaders.ts';

/** What every resolver of one request shares. */
export interface Context {
  readonly database: Pick<Database, 'pool'>;
  /** The request's one clock, taken at its start: every "now" and "today" of it. */
  readonly now: Instant;
  /** The live end of the ledger, for subscriptions. */
  readonly tail: Tail;
  readonly loaders: Loaders;
}

/** The context of one request. */
export function createContext(options: Omit<Context, 'loaders'>): Context {
  return { ...options, loaders: new Loaders() };
}
