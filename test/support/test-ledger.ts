import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/database/index.ts';
import { type Ingested, ingest } from '../../src/ledger/index.ts';
import { sourceDocument } from './source-document.ts';

/** An empty, migrated ledger in a database of its own, dropped when the test is finished. */
export interface TestLedger {
  /** Opened as the server's own login. */
  readonly database: Database;
  /** The superuser's way in, for what the server must not be able to do. */
  readonly adminUrl: string;
  readonly serverUrl: string;
  /** Ingests documents by name and text; fails the test where one is rejected. */
  readonly append: (documents: Readonly<Record<string, string>>) => Promise<Ingested[]>;
}

/** Makes a test ledger. In `beforeAll`, pass `afterAll` to have it dropped there. */
export async function createTestLedger(
  onFinished: (drop: () => Promise<void>) => void = onTestFinished,
): Promise<TestLedger> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = new URL(inject('adminUrl')).pathname.slice(1);
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const adminUrl = inDatabase(inject('adminUrl'), name);
  const serverUrl = inDatabase(inject('serverUrl'), name);
  const database = openDatabase({ connectionString: serverUrl, poolSize: 4 });
  onFinished(async () => {
    await database.close();
    await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return {
    database,
    adminUrl,
    serverUrl,
    append: async (documents) => {
      const answers = await ingest(
        database,
        Object.entries(documents).map(([file, text]) => sourceDocument(file, text)),
      );
      for (const answer of answers) {
        if (answer.outcome === 'rejected') throw new Error(JSON.stringify(answer));
      }
      return answers;
    },
  };
}

/**
 * Opens the ledger that all test files share under a name, to be read alone. The first to come
 * makes and fills it, the others wait; it goes with the tests' own PostgreSQL.
 */
export async function openSharedLedger(
  name: string,
  fill: (adminUrl: string) => Promise<void>,
): Promise<Database> {
  const admin = new pg.Client({ connectionString: inDatabase(inject('adminUrl'), 'postgres') });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const made = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (made.rowCount === 0) {
      const template = new URL(inject('adminUrl')).pathname.slice(1);
      await admin.query(`DROP DATABASE IF EXISTS ${name}_partial`);
      await admin.query(`CREATE DATABASE ${name}_partial TEMPLATE ${template}`);
      await fill(inDatabase(inject('adminUrl'), `${name}_partial`));
      await admin.query(`ALTER DATABASE ${name}_partial RENAME TO ${name}`);
    }
  } finally {
    await admin.end();
  }
  const connectionString = inDatabase(inject('serverUrl'), name);
  return openDatabase({ connectionString, poolSize: 4 });
}

let admin: Promise<pg.Client> | undefined;

/** By one connection for all tests of a worker: a new one costs more than the statement. */
async function asAdmin(statement: string): Promise<void> {
  admin ??= connectAsAdmin();
  await (await admin).query(statement);
}

async function connectAsAdmin(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inDatabase(inject('adminUrl'), 'postgres') });
  client.once('error', () => {
    admin = undefined;
  });
  await client.connect();
  // A worker may end without closing it.
  (client as pg.Client & { unref(): void }).unref();
  return client;
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
