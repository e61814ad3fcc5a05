import { type Database, type Records, recordsOf } from '../../database/index.ts';
import { type Prepare, prepareDocument } from '../../ledger/index.ts';
import type { Tail } from '../../reads/index.ts';
import type { Instant } from '../../values/index.ts';
import { ANONYMOUS, type Caller } from './caller.ts';
import { Loaders } from './loaders.ts';
import type { SharedBatches } from './shared-batches.ts';
import type { Watches } from './watches.ts';

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
  /** Who asks. No answer of the ledger depends on it, only whether it may be asked. */
  readonly caller: Caller;
  /** Writes a line to the operator's log: who submitted what. */
  readonly note: (line: string) => void;
  /** Parses what is submitted. */
  readonly prepare: Prepare;
  /** Makes watches; null where nothing can be kept secret here. */
  readonly watches: Watches | null;
}

type ContextOptions = Omit<
  Context,
  'loaders' | 'records' | 'caller' | 'note' | 'prepare' | 'watches'
> &
  Partial<Pick<Context, 'caller' | 'note' | 'prepare' | 'watches'>>;

/** The context of one request: of nobody in particular and without a log, where left out. */
export function createContext(options: ContextOptions): Context {
  return new RequestContext(options);
}

/** A class, since every request makes one: objects that are put together by spreading are slow. */
class RequestContext implements Context {
  readonly database: Context['database'];
  readonly now: Context['now'];
  readonly tail: Context['tail'];
  readonly loaders: Loaders;
  readonly batches: SharedBatches;
  readonly caller: Caller;
  readonly note: Context['note'];
  readonly prepare: Context['prepare'];
  readonly watches: Context['watches'];
  #records: Records | undefined;

  constructor({ database, now, tail, batches, caller, note, prepare, watches }: ContextOptions) {
    this.database = database;
    this.now = now;
    this.tail = tail;
    this.loaders = new Loaders(batches, database.pool);
    this.batches = batches;
    this.caller = caller ?? ANONYMOUS;
    this.note = note ?? ignore;
    this.prepare = prepare ?? prepareHere;
    this.watches = watches ?? null;
  }

  get records(): Records {
    this.#records ??= recordsOf(this.database);
    return this.#records;
  }
}

function prepareHere(document: Parameters<Prepare>[0]): ReturnType<Prepare> {
  return prepareDocument(document);
}

function ignore(): void {
  // Nobody reads a log of it.
}
