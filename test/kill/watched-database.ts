import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What a database was at. */
export interface Sight {
  /** Filings that are in. */
  readonly filings: number;
  /** Processes of PostgreSQL in which a transaction of the ingest is open. */
  readonly backends: readonly number[];
}

/** Whether the ingest has a transaction open. */
export function isBusy({ backends }: Sight): boolean {
  return backends.length > 0;
}

/**
 * The embedded database of a data folder, seen from outside: it may die, and be another one then.
 */
export class WatchedDatabase {
  readonly #cluster: string;
  readonly #credentials: string;
  #client: pg.Client | undefined;

  constructor(dataFolder: string) {
    this.#cluster = join(dataFolder, 'postgres');
    this.#credentials = join(dataFolder, 'credentials.json');
  }

  /** What it is at; null where it cannot be asked. */
  async look(): Promise<Sight | null> {
    try {
      this.#client ??= await this.#connect();
      const { rows } = await this.#client.query<{ filings: string; backends: number[] }>(LOOK);
      const [row] = rows;
      return row === undefined ? null : { ...row, filings: Number(row.filings) };
    } catch {
      await this.leave();
      return null;
    }
  }

  /** Waits until it is seen to be at something, or until that is given up. */
  async until(isSeen: (sight: Sight) => boolean, isGivenUp: () => boolean): Promise<void> {
    while (!isGivenUp()) {
      const sight = await this.look();
      if (sight !== null && isSeen(sight)) return;
      await sleep(sight === null ? 100 : 10);
    }
  }

  /** PostgreSQL's first process; null where there is none. */
  async postmaster(): Promise<number | null> {
    const lock = await readFile(join(this.#cluster, 'postmaster.pid'), 'utf8').catch(() => '');
    return Number(lock.split('\n')[0]) || null;
  }

  /** Ends the connection. */
  async leave(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<pg.Client> {
    const lock = await readFile(join(this.#cluster, 'postmaster.pid'), 'utf8');
    const { superuser } = JSON.parse(await readFile(this.#credentials, 'utf8'));
    const client = new pg.Client({
      host: '127.0.0.1',
      port: Number(lock.split('\n')[3]),
      user: 'postgres',
      password: superuser,
      database: 'insider_ledger',
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}

const LOOK = `
  SELECT (SELECT count(*) FROM filing) AS filings,
    coalesce((SELECT array_agg(pid) FROM pg_stat_activity
      WHERE usename = 'insider_ledger_login' AND xact_start IS NOT NULL), '{}') AS backends`;
