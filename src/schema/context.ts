import type { Database, Tail } from '../ledger/index.ts';
import { type Records, recordsOf } from '../records/index.ts';
import type { Instant } from '../values/index.ts';
import { ANONYMOUS, type Caller } from './caller.ts';
import { Loaders } from './loaders.ts';
import type { SharedBatches } from './shared-batches.ts';

/** What every resolver of one request shares. */
export interface Context {
  readonly database: Pick<Database, 'pool' | 'records'>;
  /** What Prisma reads. */
  readonly records: Records;
  /** The request's one clock, taken at its start: every "now" and "today" of it. */
  readonly now: Instant;
  /** The live end of the ledger, for subscriptions. */
  readonly tail: Tail;
  readonly loaders: Loaders;
  /** The batches of all requests of the server. */
  readonly batches: SharedBatches;
  /** Who asks. Nothing that is told of the ledger depends on it, only whether it may be asked. */
  readonly caller: Caller;
  /** Writes a line to the operator's log: who submitted what. */
  readonly note: (line: string) => void;
}

/** The context of one request: of nobody in particular and without a log, where left out. */
export function createContext(
  options: Omit<Context, 'loaders' | 'records' | 'caller' | 'note'> &
    Partial<Pick<Context, 'caller' | 'note'>>,
): Context {
  let records: Records | undefined;
  return {
    caller: ANONYMOUS,
    note: () => undefined,
    ...options,
    loaders: new Loaders(options.batches),
    get records() {
      records ??= recordsOf(options.database);
      return records;
    },
  };
}
