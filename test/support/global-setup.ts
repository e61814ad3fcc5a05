import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, SERVER_ROLE } from '../../src/database/index.ts';
import { openEmbedded } from '../../src/server/embedded/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the tests' own PostgreSQL: the superuser's and the server login's, on the template database. */
    adminUrl: string;
    serverUrl: string;
  }
}

/** Starts a PostgreSQL for the tests, with one migrated database that each test's own is copied from. */
export async function setup(project: TestProject): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-test-'));
  await chmod(folder, 0o755);
  const database = await openEmbedded(folder);
  await migrate(database.adminUrl);
  await database.grantServerLogin(SERVER_ROLE);
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('ALTER SYSTEM SET max_connections = 100');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
  project.provide('adminUrl', database.adminUrl);
  project.provide('serverUrl', database.serverUrl);
  stop = async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

let stop: () => Promise<void> = async () => undefined;

/** Stops it and removes its files. */
export async function teardown(): Promise<void> {
  await stop();
}
