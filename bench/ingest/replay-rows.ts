import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import { asAdmin } from '../serve/ledger.ts';
import type { CheckoutLedger } from './checkout.ts';
import { cpuOfPostgres } from './cpu-time.ts';

/** What an ingest writes: the ledger, and all that is made of it. */
const TABLES = [
  'ledger_event',
  'source_document',
  'issuer',
  'issuer_name',
  'issuer_ticker',
  'person',
  'person_name',
  'filing',
  'filing_owner',
  'reported_line',
  'account',
  'entry',
  'relationship',
] as const;

/**
 * Copies the rows of a ledger's tables out to files and, measured, back into tables that are equal
 * to them, constraints and indexes too. Gives the milliseconds of PostgreSQL's CPU.
 */
export function replayRows({ adminUrl, clusterFolder, folder }: CheckoutLedger): Promise<number> {
  return asAdmin(adminUrl, async (client) => {
    let cpu = 0;
    for (const table of TABLES) {
      const path = join(folder, `${table}.copy`);
      const out = client.query(to(`COPY ${table} TO STDOUT (FORMAT binary)`));
      await pipeline(out, createWriteStream(path));
      await client.query(`CREATE TABLE replayed (LIKE ${table} INCLUDING ALL)`);
      const before = cpuOfPostgres(clusterFolder);
      const into = client.query(from('COPY replayed FROM STDIN (FORMAT binary)'));
      await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), into);
      cpu += cpuOfPostgres(clusterFolder) - before;
      await client.query('DROP TABLE replayed');
      await rm(path);
    }
    return cpu;
  });
}
