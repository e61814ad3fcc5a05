import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { migrate, openDatabase } from '../../../src/database/index.ts';

const FOLDER = new URL('./', import.meta.url);

/** What the API of the earlier ledger gave: ids and cursors, by list. */
export async function readHandedOut() {
  return JSON.parse(await readFile(new URL('handed-out.json', FOLDER), 'utf8'));
}

/** Opens the earlier ledger as it was, in a database of its own, and migrates it to today's tables. */
export async function openEarlierLedger() {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new URL(inject('adminUrl'));
  admin.pathname = '/postgres';
  await once(admin.href, `CREATE DATABASE ${name}`);
  const url = (of: 'adminUrl' | 'serverUrl') => {
    const changed = new URL(inject(of));
    changed.pathname = `/${name}`;
    return changed.href;
  };
  const lines = (await readFile(new URL('ledger.tsv', FOLDER), 'utf8')).trimEnd().split('\n');
  const rows = lines.map((line) => line.split('\t') as [string, string]);
  const [[, migrations], ...tables] = rows as [[string, string], ...[string, string][]];
  await migrate(url('adminUrl'), (migration) => migrations.split(' ').includes(migration));
  const client = new pg.Client({ connectionString: url('adminUrl') });
  await client.connect();
  for (const [table, row] of tables) {
    if (table === 'checkpoint') {
      await client.query('UPDATE projection_checkpoint SET position = $1', [row]);
    } else {
      await client.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
        [row],
      );
    }
  }
  await client.end();
  const added = await migrate(url('adminUrl'));
  const database = openDatabase({ connectionString: url('serverUrl'), poolSize: 4 });
  onTestFinished(async () => {
    await database.close();
    await once(admin.href, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { database, added };
}

async function once(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}
