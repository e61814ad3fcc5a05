import pg from 'pg';
import { fillEntries } from '../../test/support/million-entries.ts';
import { freshLedger } from '../ingest/fresh-ledger.ts';
import type { Drawn } from './operations.ts';
import type { Cleanup } from './processes.ts';

/** A filled ledger in a PostgreSQL of its own. */
export interface BenchLedger {
  readonly adminUrl: string;
  readonly serverUrl: string;
  readonly size: Drawn;
  readonly entries: number;
}

/** Of the generated ledger, which is the same every time. */
const PEOPLE_PER_ENTRY = 60_000 / 1_025_053;
/** With fewer, and a tenth as many issuers, its filings would name issuers that it lacks. */
const LEAST_PEOPLE = 3_000;

/** Makes and fills a ledger of some so many entries in a fresh folder; taken away at the end. */
export async function makeLedger(aimed: number, cleanup: Cleanup): Promise<BenchLedger> {
  const { adminUrl, serverUrl } = await freshLedger(cleanup);
  const people = Math.max(LEAST_PEOPLE, Math.ceil(aimed * PEOPLE_PER_ENTRY));
  const size = { people, issuers: Math.ceil(people / 10) };
  await fillEntries(adminUrl, size);
  const { entries, filings } = await asAdmin(adminUrl, async (client) => {
    // Or the server would make the projections anew from events that say nothing.
    await client.query(
      'UPDATE projection_checkpoint SET position = (SELECT max(position) FROM ledger_event)',
    );
    await client.query('VACUUM (ANALYZE)');
    const count = async (table: 'entry' | 'filing') => {
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
      return Number(rows[0]?.count);
    };
    return { entries: await count('entry'), filings: await count('filing') };
  });
  return { adminUrl, serverUrl, size: { ...size, filings }, entries };
}

/** Works with the superuser's login. */
export async function asAdmin<T>(
  adminUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
