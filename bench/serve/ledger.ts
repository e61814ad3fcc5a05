import pg from 'pg';
import { fillEntries } from '../../test/support/million-entries.ts';
import { freshLedger, openLedger } from '../ingest/fresh-ledger.ts';
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

/** The option by which benches keep a ledger, and its line of help. */
export const KEPT_LEDGER = { type: 'string' } as const;
export const KEPT_LEDGER_HELP =
  '--ledger FOLDER     keeps the ledger there, or takes the one that an earlier run kept';

/**
 * Makes and fills a ledger of some so many entries in a fresh folder, which is taken away at the
 * end; or in a folder to be kept, where it takes what an earlier run has filled, whatever its size.
 */
export async function makeLedger(
  aimed: number,
  cleanup: Cleanup,
  kept?: string,
): Promise<BenchLedger> {
  const { adminUrl, serverUrl } = await (kept === undefined
    ? freshLedger(cleanup)
    : openLedger(kept, cleanup));
  const filled = await countRows(adminUrl);
  if (filled.entries === 0) {
    const people = Math.max(LEAST_PEOPLE, Math.ceil(aimed * PEOPLE_PER_ENTRY));
    await fillEntries(adminUrl, { people, issuers: Math.ceil(people / 10) });
    await asAdmin(adminUrl, (client) => client.query('VACUUM (ANALYZE)'));
  }
  // Or the server would make the projections anew, after a migration, from events that say nothing.
  await asAdmin(adminUrl, (client) =>
    client.query(
      'UPDATE projection_checkpoint SET position = (SELECT max(position) FROM ledger_event)',
    ),
  );
  const counted = filled.entries > 0 ? filled : await countRows(adminUrl);
  return { adminUrl, serverUrl, ...sized(counted) };
}

type Counts = Drawn & { readonly entries: number };

function sized({ entries, ...size }: Counts): Pick<BenchLedger, 'entries' | 'size'> {
  return { entries, size };
}

async function countRows(adminUrl: string): Promise<Counts> {
  return asAdmin(adminUrl, async (client) => {
    const count = (table: string) => `(SELECT count(*) FROM ${table})::int`;
    const { rows } = await client.query<Counts>(
      `SELECT ${count('entry')} AS entries, ${count('person')} AS people,
         ${count('issuer')} AS issuers, ${count('filing')} AS filings`,
    );
    return rows[0] ?? { entries: 0, people: 0, issuers: 0, filings: 0 };
  });
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
