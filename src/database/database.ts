import pg from 'pg';
import type { Instant } from '../values/index.ts';
import { turnsOf } from './fair-queue.ts';
import { observeStatements, type RanStatement } from './observe-statements.ts';
import { PlanningPool } from './planning-pool.ts';

/** The open database. */
export interface Database {
  readonly pool: pg.Pool;
  /** The pool that Prisma reads records through, opened when first asked for. */
  records(): pg.Pool;
  /**
   * A connection of its own beside the pool, not yet opened: for what listens as long as it lives.
   */
  connection(): pg.Client;
  /**
   * Has PostgreSQL end every connection at once: what runs on them fails as lost, and is undone.
   */
  interrupt(): Promise<void>;
  /** Cuts every connection from this end, as where the server is another one now. */
  cut(): void;
  /** Ends every connection; safe to call twice. */
  close(): Promise<void>;
}

/** Something that runs SQL: the pool, or one connection inside a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/** How to reach PostgreSQL. */
export interface DatabaseOptions {
  /** postgres://user:password@host:port/database; a function is asked for each connection. */
  readonly connectionString: string | (() => string);
  /**
   * Connections at most; 10 by default. Prisma has its own, one more than `turnsOf` them, where
   * records are read.
   */
  readonly poolSize?: number;
  /** Prisma's statements are stopped by PostgreSQL after so long; 15 s by default. */
  readonly recordsTimeoutMs?: number;
  /** The role to work as, when the login has more rights than the server needs. */
  readonly role?: string;
  /** Called after each statement of the pools. */
  readonly onStatement?: ((ran: RanStatement) => void) | undefined;
}

/** The role that migrations give the server's rights to: append, read, and projections alone. */
export const SERVER_ROLE = 'insider_ledger_server';

/**
 * Opens a pool in UTC. Dates come as text, bigint as bigint, numeric as text, instants in ISO 8601.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const settings = [
    '-c TimeZone=UTC',
    '-c DateStyle=ISO',
    '-c jit=off',
    // What is asked for is in memory or on a disk without a head: an index is worth its jumps.
    '-c random_page_cost=1.1',
    // A third of a text's trigrams may be missing from a name: a letter wrong in each word.
    '-c pg_trgm.word_similarity_threshold=0.4',
  ];
  if (options.role !== undefined) settings.push(`-c role=${options.role}`);
  const { connectionString } = options;
  const address = typeof connectionString === 'string' ? () => connectionString : connectionString;
  const reach = {
    options: settings.join(' '),
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
    application_name: 'insider-ledger',
  };
  // A pool asks for its addresses once.
  const Client = class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: address() });
      all.add(this);
      this.once('end', () => all.delete(this));
    }
  };
  const size = options.poolSize ?? 10;
  const open = new Set<Connected>();
  /** Those that are being made too. */
  const all = new Set<pg.Client>();
  const pool = tracked(surviving(new PlanningPool({ ...reach, Client, max: size }), options), open);
  let records: pg.Pool | undefined;
  let closing: Promise<void> | undefined;
  return {
    pool,
    records() {
      records ??= tracked(
        surviving(
          new pg.Pool({
            ...reach,
            Client,
            // One more than clients take turns at, for keys.
            max: turnsOf(size) + 1,
            statement_timeout: options.recordsTimeoutMs ?? 15_000,
          }),
          options,
        ),
        open,
      );
      return records;
    },
    connection: () => new Client({ ...reach, keepAlive: true }),
    interrupt: () =>
      terminate(
        new Client(reach),
        [...open].map(({ processID }) => processID),
      ),
    cut() {
      for (const client of all) cut(client);
    },
    close() {
      closing ??= Promise.all([pool.end(), records?.end()]).then(() => undefined);
      return closing;
    },
  };
}

/** A connection of a pool; its process in PostgreSQL once it is made. */
type Connected = pg.PoolClient & { readonly processID?: number };

/** What pg keeps of a connection, and gives no name. */
interface Cuttable {
  readonly connection?: { readonly stream?: { destroy(cause: Error): void } };
}

/** Its machine may never answer again: what runs on it fails as lost. */
function cut(client: pg.Client): void {
  const { connection } = client as Cuttable;
  connection?.stream?.destroy(new Error('Connection terminated: the server is another now'));
}

const LONGEST_END_MS = 2_000;

/** Ends PostgreSQL's processes of connections, and waits until they are gone. */
async function terminate(client: pg.Client, processes: readonly unknown[]): Promise<void> {
  client.on('error', () => undefined);
  await client.connect();
  try {
    // As the login itself, whatever role it works as: PostgreSQL lets that role end only its own.
    await client.query('SET ROLE NONE');
    await client.query('SELECT pg_terminate_backend(id, $2) FROM unnest($1::int[]) id', [
      processes,
      LONGEST_END_MS,
    ]);
  } finally {
    await client.end();
  }
}

/** A pool, whose connections are kept in a set while they are open. */
function tracked<Pool extends pg.Pool>(pool: Pool, open: Set<Connected>): Pool {
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  return pool;
}

/** A pool that outlives the connections that the server ends. */
function surviving<Pool extends pg.Pool>(pool: Pool, { onStatement }: DatabaseOptions): Pool {
  // An idle connection that the server ended is no reason to end the process; the next query says
  // so.
  pool.on('error', () => undefined);
  // Nor is one that it ended at work: the caller gets the error.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    if (onStatement !== undefined) observeStatements(client, onStatement);
  });
  return pool;
}

const { builtins } = pg.types;

/** What pg has no name for. */
const INT8_ARRAY = 1016;

const arrayOfTexts = pg.types.getTypeParser(INT8_ARRAY as never) as (
  text: string,
) => (string | null)[];

function typeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === builtins.INT8) return BigInt;
  if (oid === builtins.DATE || oid === builtins.NUMERIC) return asItIs;
  if (oid === builtins.TIMESTAMPTZ) return toInstant;
  if (oid === INT8_ARRAY)
    return (text) => arrayOfTexts(text).map((id) => (id === null ? null : BigInt(id)));
  return pg.types.getTypeParser(oid, format as 'text');
}

function asItIs(text: string): string {
  return text;
}

/** 2017-02-15 03:00:00.5+00, as a session in UTC writes it. */
const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/;

function toInstant(text: string): Instant {
  if (!IN_UTC.test(text)) {
    return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString() as Instant;
  }
  const fraction = text.slice(20, -3).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z` as Instant;
}
