import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Changed,
  changedSince,
  decimalsBeyond,
  type ExportedColumn,
  type ExportedRow,
  type ExportedTable,
  holdingsTimeline,
  type LedgerReading,
  ledgerPositions,
  RECTANGLE_COLUMNS,
  RECTANGLE_DECIMALS,
  timelineTables,
} from '../../../reads/index.ts';
import { Anomaly } from '../../../values/index.ts';
import { textOf } from '../cell-text.ts';
import { PARQUET_DECIMAL } from '../parquet-columns.ts';
import { ParquetFile } from '../parquet-file.ts';
import { LAYOUT, type TimelineTable, viewsOf } from './layout.ts';
import { Partitions } from './partitions.ts';
import { abandon, beginVersion, linkNewest, publish, readThrough } from './versions.ts';

/** What a timeline is asked for. */
export interface TimelineAsked {
  /** The folder that has its versions. */
  readonly output: string;
  /** The position that the newest version reaches, to add what is new; null for all. */
  readonly since: bigint | null;
  /** Called with rows as they are written. */
  readonly wrote: (rows: number) => void;
}

/** What was written. */
export interface TimelineWritten {
  /** The last event that is in it. */
  readonly through: bigint;
  readonly rows: Readonly<Record<TimelineTable, number>>;
}

/**
 * Writes everything on both times as Parquet (docs/guides/sql.md): a new version beside the last
 * one, which takes its place when all of it is on disk. Incorrect where `since` is not what the
 * newest version reaches. That version stays where the ledger has not moved since.
 */
export async function writeTimeline(
  reading: LedgerReading,
  { output, since, wrote }: TimelineAsked,
): Promise<TimelineWritten> {
  const { projectedTo: through } = await ledgerPositions(reading.db);
  if (since !== null) await refuseGap(output, since);
  if (since === through) return { through, rows: NO_ROWS };
  const changed = since === null ? null : await changedSince(reading.db, since);
  const partial = await beginVersion(output);
  try {
    if (since !== null) await linkNewest(output, partial);
    const rows = await writeTables(reading, { partial, changed, version: through, wrote });
    await writeReplaced(partial, changed, through);
    const said = {
      format: 1,
      through: String(through),
      since: since === null ? null : String(since),
    };
    await writeFile(join(partial, 'manifest.json'), `${JSON.stringify({ ...said, rows })}\n`);
    await writeFile(join(partial, 'views.sql'), viewsOf(join(output, 'current')));
    const padded = String(through).padStart(12, '0');
    await publish(output, partial, `at-${padded}-${Date.now().toString(36)}`);
    return { through, rows };
  } finally {
    await abandon(partial);
  }
}

const NO_ROWS = Object.fromEntries(Object.keys(LAYOUT).map((name) => [name, 0])) as Record<
  TimelineTable,
  number
>;

async function refuseGap(output: string, since: bigint): Promise<void> {
  const reached = await readThrough(output);
  if (reached === since) return;
  const what = reached === null ? 'has no timeline yet' : `has a timeline through event ${reached}`;
  throw new Anomaly('Incorrect', `--since: ${output} ${what}, not through ${since}.`);
}

interface Version {
  readonly partial: string;
  readonly changed: Changed | null;
  readonly version: bigint;
  readonly wrote: (rows: number) => void;
}

async function writeTables(
  reading: LedgerReading,
  version: Version,
): Promise<Record<TimelineTable, number>> {
  const { changed } = version;
  const rows = {} as Record<TimelineTable, number>;
  const holdings = { columns: RECTANGLE_COLUMNS, decimals: RECTANGLE_DECIMALS };
  rows.holdings = await writeTable(reading, version, {
    name: 'holdings',
    table: holdings,
    batches: holdingsTimeline(reading, changed?.people ?? null),
  });
  for (const [name, table] of Object.entries(timelineTables(changed))) {
    const named = name as TimelineTable;
    rows[named] = await writeTable(reading, version, {
      name: named,
      table,
      batches: reading.rows(table),
    });
  }
  return rows;
}

const VERSION: ExportedColumn = { name: 'version', type: 'position' };

async function writeTable(
  { db }: LedgerReading,
  { partial, changed, version, wrote }: Version,
  {
    name,
    table,
    batches,
  }: {
    readonly name: TimelineTable;
    readonly table: Pick<ExportedTable, 'columns' | 'decimals'>;
    readonly batches: AsyncIterable<readonly ExportedRow[]>;
  },
): Promise<number> {
  const asText = await decimalsBeyond(db, table, PARQUET_DECIMAL);
  const columns = [...table.columns, VERSION];
  const known = columns.findIndex((column) => column.name === LAYOUT[name].known);
  const files = new Partitions(join(partial, name), fileName(version), columns, asText);
  let rows = 0;
  try {
    for await (const batch of batches) {
      await files.add(
        batch.map((row) => [...row, version]),
        known,
      );
      rows += batch.length;
      wrote(batch.length);
    }
    await files.finish({ isFirst: changed === null });
  } finally {
    await files.close();
  }
  return rows;
}

const REPLACED: readonly ExportedColumn[] = [
  { name: 'kind', type: 'text' },
  { name: 'id', type: 'text' },
  VERSION,
];

/** Lists what counts no longer in versions before this one; nothing where all is written anew. */
async function writeReplaced(
  partial: string,
  changed: Changed | null,
  version: bigint,
): Promise<void> {
  const kinds = [
    ['person', changed?.people, textOf('person')],
    ['issuer', changed?.issuers, textOf('issuer')],
    ['filing', changed?.filings, textOf('position')],
  ] as const;
  const rows = kinds.flatMap(([kind, ids = [], text]) =>
    ids.map((id): ExportedRow => [kind, text(id), version]),
  );
  const file = new ParquetFile(REPLACED, new Set());
  const bytes = rows.length === 0 ? [] : [await file.group(rows)];
  const folder = join(partial, 'replaced');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, `${fileName(version)}.parquet`),
    Buffer.concat([...bytes, await file.finish()]),
  );
}

function fileName(version: bigint): string {
  return `part-${String(version).padStart(12, '0')}`;
}
