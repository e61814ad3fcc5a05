import type pg from 'pg';
import {
  type Database,
  databaseFault,
  inTransaction,
  type Queryable,
} from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import type { ExportedRow, ExportedTable } from './exported-table.ts';

/** One state of the ledger: nothing that is appended meanwhile is seen. */
export interface LedgerReading {
  readonly db: Queryable;
  /** The rows of a table in their order, some thousand at a time; no more of them is in memory. */
  rows(table: ReadTable): AsyncGenerator<readonly ExportedRow[]>;
}

type ReadTable = Pick<ExportedTable, 'text' | 'values' | 'rowOf'>;

const ROWS_AT_ONCE = 2_000;

/**
 * Reads in one transaction that changes nothing and sees one state of the ledger. When the signal
 * is given, the statement that runs is stopped, and the work fails with the signal's reason.
 */
export async function readConsistently<T>(
  database: Database,
  signal: AbortSignal,
  work: (reading: LedgerReading) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  return inTransaction(database, async (client) => {
    const { rows } = await client
      .query<{ id: number }>(
        'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT pg_backend_pid() AS id',
      )
      .then((results) => [results].flat().at(-1) ?? { rows: [] });
    const stop = () => void stopStatement(database, rows[0]?.id).catch(() => undefined);
    signal.addEventListener('abort', stop, { once: true });
    try {
      // What is read whole is best planned whole, but for the order that an index gives for
      // nothing.
      await client.query("SET LOCAL cursor_tuple_fraction = 0.5; SET LOCAL work_mem = '64MB'");
      return await work({ db: client, rows: (table) => readRows(client, table, signal) });
    } catch (error) {
      signal.throwIfAborted();
      throw lost(error);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
}

/** A database that fails while it is read from is no fault of this program. */
function lost(error: unknown): unknown {
  const fault = error instanceof Anomaly ? null : databaseFault(error);
  if (fault === null) return error;
  const text = `The export stopped before its end. ${fault.what}.`;
  return new Anomaly('Unavailable', text, { cause: error });
}

let cursors = 0;

async function* readRows(
  client: pg.PoolClient,
  { text, values, rowOf }: ReadTable,
  signal: AbortSignal,
): AsyncGenerator<readonly ExportedRow[]> {
  cursors += 1;
  const cursor = `exported_${cursors}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, [...values]);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { rows } = await client.query<ExportedRow[]>({
        text: `FETCH ${ROWS_AT_ONCE} FROM ${cursor}`,
        rowMode: 'array',
      } as pg.QueryArrayConfig);
      if (rows.length === 0) return;
      const read = rows as unknown as ExportedRow[];
      yield rowOf === undefined ? read : read.map(rowOf);
      if (rows.length < ROWS_AT_ONCE) return;
    }
  } finally {
    // After a failure the transaction is over, and the cursor with it.
    await client.query(`CLOSE ${cursor}`).catch(() => undefined);
  }
}

/** As the login itself, whatever role it works as: PostgreSQL lets that role stop only its own. */
async function stopStatement(database: Database, processId: number | undefined): Promise<void> {
  const client = database.connection();
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SET ROLE NONE');
    await client.query('SELECT pg_cancel_backend($1)', [processId]);
  } finally {
    await client.end();
  }
}
