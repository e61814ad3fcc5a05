import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, SERVER_ROLE } from '../../src/database/index.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../src/server/embedded/index.ts';
import { makeRunFolder } from './run/run-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Of the tests' own PostgreSQL: the superuser's and the server login's, on the template
     * database.
     */
    adminUrl: string;
    serverUrl: string;
  }
}

/** The tests' own PostgreSQL. */
interface TestPostgres {
  readonly adminUrl: string;
  readonly serverUrl: string;
  /** Stops it and removes its files. */
  readonly stop: () => Promise<void>;
}

// Vitest loads this file once for each project: what they share is kept outside of it.
const shared = globalThis as { testPostgres?: { users: number; started: Promise<TestPostgres> } };

/**
 * Starts a PostgreSQL for the tests of all projects, with one migrated database that each test's
 * own is copied from.
 */
export async function setup(project: TestProject): Promise<void> {
  shared.testPostgres ??= { users: 0, started: start() };
  shared.testPostgres.users += 1;
  const { adminUrl, serverUrl } = await shared.testPostgres.started;
  project.provide('adminUrl', adminUrl);
  project.provide('serverUrl', serverUrl);
}

/** Stops it when the last project has no more use for it. */
export async function teardown(): Promise<void> {
  const { testPostgres } = shared;
  if (testPostgres === undefined) return;
  testPostgres.users -= 1;
  if (testPostgres.users > 0) return;
  delete shared.testPostgres;
  await (await testPostgres.started).stop();
}

function start(): Promise<TestPostgres> {
  const external = process.env.TEST_DATABASE_URL ?? '';
  return external === '' ? startOwn() : prepareExternal(external);
}

/**
 * A PostgreSQL that runs already, as a superuser of it; what tests make there is taken away, but
 * for the server's role, which the whole of it shares.
 */
async function prepareExternal(superuserUrl: string): Promise<TestPostgres> {
  const name = `insider_ledger_${randomBytes(6).toString('hex')}`;
  const asSuperuser = async (statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await asSuperuser([`CREATE DATABASE ${name}`]);
  const adminUrl = addressOf(superuserUrl, { name });
  await migrate(adminUrl);
  const password = randomBytes(16).toString('hex');
  await asSuperuser([
    `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`,
    `GRANT ${SERVER_ROLE} TO ${name}`,
  ]);
  return {
    adminUrl,
    serverUrl: addressOf(superuserUrl, { name, login: { user: name, password } }),
    stop: () => asSuperuser([`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`]),
  };
}

interface InServer {
  readonly name: string;
  readonly login?: { readonly user: string; readonly password: string };
}

function addressOf(url: string, { name, login }: InServer): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  if (login !== undefined) {
    address.username = login.user;
    address.password = login.password;
  }
  return address.href;
}

async function startOwn(): Promise<TestPostgres> {
  const folder = await makeRunFolder();
  const data = `${folder.path}/postgresql`;
  await configure(await openEmbedded(data));
  const database = await openEmbedded(data);
  await migrate(database.adminUrl);
  await database.grantServerLogin(SERVER_ROLE);
  return {
    adminUrl: database.adminUrl,
    serverUrl: database.serverUrl,
    stop: async () => {
      await database.stop();
      await folder.remove();
    },
  };
}

/** Sets what takes a new start, and stops it. */
async function configure(database: EmbeddedDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  for (const setting of SETTINGS) await client.query(`ALTER SYSTEM SET ${setting}`);
  await client.end();
  await database.stop();
}

const SETTINGS = [
  // Nobody wants these databases back after a crash.
  'fsync = off',
  'full_page_writes = off',
  // Each of thousands of short connections maps them anew.
  "shared_buffers = '64MB'",
  'max_connections = 100',
];
