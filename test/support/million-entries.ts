import pg from 'pg';
import { type MadeSize, prepared, ROWS } from './million-entries-rows.ts';

/** Subjects of the generated ledger that have more than most, and how large it is. */
export const MILLION = {
  people: { first: 9_100_001n, last: 9_160_000n },
  issuers: { first: 9_000_001n, last: 9_006_000n },
  /** An issuer with some 2,000 insiders. */
  largeIssuer: 9_000_001n,
  /** A person with 40 issuers. */
  busyPerson: 9_160_000n,
  /** A person with 3,000 filings in one issuer, and that issuer. */
  tirelessPerson: 9_159_999n,
  tirelessIssuer: 9_000_002n,
  /** An issuer that no filing names. */
  absentIssuer: 9_099_999n,
  firstKnown: '2004-01-01',
  lastKnown: '2024-12-31',
} as const;

/**
 * The accession number of a made filing, by its place among them in the order of knownAt, from 1.
 */
export function madeAccessionNumber(place: number): string {
  const filer = String(9_000_000 + Math.floor(place / 1_000_000)).padStart(10, '0');
  return `${filer}-04-${String(place % 1_000_000).padStart(6, '0')}`;
}

/**
 * The tables that are filled; what hangs on the events and what hangs on the entries, side by side.
 */
const FILLED = [
  ['ledger_event', 'reported_line'],
  [
    'filing',
    'filing_owner',
    'relationship',
    'issuer',
    'issuer_ticker',
    'person',
    'account',
    'entry',
  ],
] as const;

/**
 * Fills a migrated database with about a million entries over twenty years, by SQL alone and the
 * same rows every time. Distributions are roughly those of 10,000 real Form 4s: half of the filings
 * have one line, most accounts a handful of entries, a few some hundreds; one filing in sixteen is
 * joint, and some list an owner twice; half list two footnotes. A third each are directors,
 * officers and ten percent owners; one line in 19 breaks, one in 197 is late, one in 997 has a
 * flag. Filings known before 2018 arrived issuer by issuer, as in a backfill, later ones as they
 * became known.
 *
 * Titles, payloads and hashes are short and invented: the chain does not verify, and no projection
 * was run. Needs the superuser's login.
 */
export function fillMillionEntries(adminUrl: string): Promise<void> {
  return fillEntries(adminUrl, { people: 60_000, issuers: 6_000 });
}

/** The same with more people and issuers, or fewer; 60,000 people have about a million entries. */
export async function fillEntries(adminUrl: string, size: MadeSize): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const statement of prepared(size)) await client.query(statement);
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES, [
      FILLED.flat(),
    ]);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    await Promise.all(
      FILLED.map((tables) => withClient(adminUrl, (own) => fill(own, tables, indexes))),
    );
    await client.query('DROP SCHEMA made CASCADE');
    // Only now is no other transaction open, to which a row might not be visible yet.
    await client.query(`VACUUM (ANALYZE) ${FILLED.flat().join(', ')}`);
  });
}

async function fill(
  client: pg.Client,
  tables: readonly (keyof typeof ROWS)[],
  indexes: readonly { readonly definition: string }[],
): Promise<void> {
  // The chain is invented: no trigger would let it in.
  await client.query('SET session_replication_role = replica');
  for (const table of tables) {
    await client.query(`ALTER TABLE ${table} SET UNLOGGED`);
    await client.query(ROWS[table]);
    for (const { definition } of indexes) {
      if (definition.includes(` ON public.${table} `)) await client.query(definition);
    }
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET work_mem = '256MB'; SET maintenance_work_mem = '256MB'; SET jit = off");
    return await work(client);
  } finally {
    await client.end();
  }
}

const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i WHERE i.indrelid = ANY($1::regclass[]) AND NOT i.indisunique`;
