import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import { asAdmin } from '../serve/ledger.ts';

/**
 * Copies the rows of a ledger's table out to a file and, timed, back into a table that is equal to
 * it, constraints and indexes too. Gives the seconds and the rows.
 */
export function bareCopy(
  adminUrl: string,
  table: 'ledger_event' | 'source_document',
  folder: string,
): Promise<{ readonly seconds: number; readonly rows: number }> {
  return asAdmin(adminUrl, async (client) => {
    const path = join(folder, `${table}.copy`);
    await pipeline(
      client.query(to(`COPY ${table} TO STDOUT (FORMAT binary)`)),
      createWriteStream(path),
    );
    await client.query(`CREATE TABLE bare_copy (LIKE ${table} INCLUDING ALL)`);
    const start = performance.now();
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 20 }),
      client.query(from('COPY bare_copy FROM STDIN (FORMAT binary)')),
    );
    const seconds = (performance.now() - start) / 1_000;
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM bare_copy');
    await client.query('DROP TABLE bare_copy');
    return { seconds, rows: Number(rows[0]?.count) };
  });
}
