import { createHash } from 'node:crypto';
import { type Database, openDatabase, recordsOf } from '../../src/database/index.ts';
import { listRejected } from '../../src/desk/index.ts';
import { rebuildProjections, verifyLedger } from '../../src/ledger/index.ts';
import { openEmbedded } from '../../src/server/embedded/index.ts';
import type { GeneratedFilings } from '../support/generated-filings.ts';
import { pictureOf } from '../support/picture.ts';

/**
 * All of a ledger that must not depend on what happened to it, in one hash; and what is wrong in
 * it.
 */
export interface Examined {
  readonly picture: string;
  readonly faults: readonly string[];
}

const VIEWPOINTS = [
  ['2024-03-31', '2099-01-01T00:00:00.000Z'],
  ['2024-06-30', '2024-04-15T00:00:00.000Z'],
  ['2024-12-31', '2099-01-01T00:00:00.000Z'],
] as const;

/**
 * Opens the ledger of a data folder and examines it: the chain and the source bytes, every filing
 * once, every rejected document kept once, projections equal to a rebuild. Stops its PostgreSQL.
 */
export async function examine(
  dataFolder: string,
  { filings, rejected }: GeneratedFilings,
): Promise<Examined> {
  const embedded = await openEmbedded(dataFolder);
  const database = openDatabase({ connectionString: embedded.serverUrl, poolSize: 4 });
  try {
    const picture = JSON.stringify(
      await pictureOf({ database }, VIEWPOINTS),
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
    const { faults } = await verifyLedger(database.pool);
    const rebuilt = await rebuildProjections(database);
    const kept = await listRejected(recordsOf(database), { after: 0n, limit: rejected + 1_000 });
    return {
      picture: createHash('sha256').update(picture).digest('hex'),
      faults: [
        ...faults.map(({ position, message }) => `verify: position ${position}: ${message}`),
        ...rebuilt.filter(({ same }) => !same).map(({ table }) => `rebuild: ${table} differs`),
        ...(await miscounted(database, filings)),
        ...(kept.length === rejected ? [] : [`${kept.length} rejected documents, not ${rejected}`]),
      ],
    };
  } finally {
    await database.close();
    await embedded.stop();
  }
}

/** Filings that are not there once. */
async function miscounted({ pool }: Database, filings: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ remarks: string; count: bigint }>(
    'SELECT remarks, count(*) AS count FROM filing GROUP BY remarks',
  );
  const counts = new Map(rows.map(({ remarks, count }) => [remarks, Number(count)]));
  const faults = filings
    .filter((filing) => counts.get(filing) !== 1)
    .map((filing) => `"${filing}" is there ${counts.get(filing) ?? 0} times`);
  const strange = rows.length - new Set(filings).size;
  return strange > 0 ? [...faults, `${strange} filings that were never written`] : faults;
}
