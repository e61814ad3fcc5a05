import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { databaseFault, openDatabase } from '../../src/database/index.ts';
import { PrismaClient } from '../../src/database/records/generated/client.ts';
import { toContractError } from '../../src/schema/index.ts';
import { invented } from '../schema/samples.ts';
import {
  cutting,
  type Failure,
  failingStatements,
  raising,
  terminated,
} from '../support/failing-statements.ts';
import { startServer } from '../support/live-server.ts';
import { failuresTo } from '../support/quiet.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const BY_SQL = '{ people { nodes { name } } }';
const BY_PRISMA = '{ filings { nodes { form issuer { name } } } }';

let url: string;
let fail: (failure: Failure | null) => void;
let adminUrl: string;
const logged: string[] = [];

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  adminUrl = ledger.adminUrl;
  const database = openDatabase({ connectionString: ledger.adminUrl, poolSize: 2 });
  fail = failingStatements([database.pool, database.records()]);
  const log = failuresTo((message) => logged.push(message));
  ({ url } = await startServer(database, { log, settings: { cacheBytes: 0 } }, afterAll));
  afterAll(() => database.close());
});

async function send(query: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
  };
  return { status: response.status, ...answer };
}

const AWAY = 'The database cannot be reached; try again.';
const UNABLE = 'The database cannot answer until somebody has mended it; try again later.';

const PASSING: readonly (readonly [string, Failure])[] = [
  ['a connection that PostgreSQL ends', terminated],
  ['a socket that closes without a word', cutting(null)],
  ...['EPIPE', 'ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'ENETUNREACH', 'EHOSTUNREACH'].map(
    (code) => [code, cutting(code)] as const,
  ),
  ...(
    '08000 08001 08003 08004 08006 08P01 53000 53200 53300 57000 57014 57P01 57P02 57P03 57P05 ' +
    '40001 40003 40P01 55P03 25P03 25P04'
  )
    .split(' ')
    .map((state) => [state, raising(state)] as const),
];

const LASTING = '25006 28000 28P01 3D000 53100 53400 57P04 58000 58030 58P01'.split(' ');

describe('UNAVAILABLE (docs/start/using-the-api.md) is what the API answers where the database fails', () => {
  it.each([
    ...PASSING.map(([name, failure]) => ({ name, failure, message: AWAY })),
    ...LASTING.map((name) => ({ name, failure: raising(name), message: UNABLE })),
  ])('by $name, through SQL and through Prisma', async ({ failure, message }) => {
    for (const query of [BY_SQL, BY_PRISMA]) {
      logged.length = 0;
      fail(failure);
      const { errors } = await send(query);
      fail(null);
      expect(errors).toMatchObject([{ message, extensions: { code: 'UNAVAILABLE' } }]);
      // The exact fault is for the log, once a request, and not for clients.
      expect(logged).toEqual([expect.stringMatching(/^Request \S+ failed: \S/)]);
      expect(await send(query)).toMatchObject({ status: 200, data: expect.anything() });
    }
  });

  it('by a pool whose connections are all at work for too long', async () => {
    const database = openDatabase({ connectionString: adminUrl, poolSize: 1 });
    onTestFinished(() => database.close());
    const queries = { [BY_SQL]: database.pool, [BY_PRISMA]: database.records() };
    const server = await startServer(database, { log: failuresTo((line) => logged.push(line)) });
    for (const [query, pool] of Object.entries(queries)) {
      const all = Array.from({ length: pool.options.max }, () => pool.connect());
      const busy = await Promise.all(all);
      Object.assign(pool.options, { connectionTimeoutMillis: 100 });
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      for (const connection of busy) connection.release();
      expect(await response.json()).toMatchObject({
        errors: [{ message: AWAY, extensions: { code: 'UNAVAILABLE' } }],
      });
    }
  });

  it.each(['22003', '42P01', '42501', '23505', 'XX000', 'XX001'])(
    'and %s is a failure of ours as before',
    async (state) => {
      for (const query of [BY_SQL, BY_PRISMA]) {
        fail(raising(state));
        const { errors } = await send(query);
        fail(null);
        expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
      }
    },
  );
});

describe('an error of Prisma’s own says the same as the one it was made of', () => {
  /**
   * The error of a read by a client over a pool as it is, without this project's own in between.
   */
  async function errorOf(failure: Failure | null, connectionString = adminUrl): Promise<unknown> {
    const pool = new pg.Pool({ connectionString, max: 1 });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    failingStatements([pool])(failure);
    const client = new PrismaClient({ adapter: new PrismaPg(pool) });
    const error = await client.filing.findMany().catch((thrown: unknown) => thrown);
    await client.$disconnect();
    await pool.end();
    return error;
  }

  it.each([
    ...PASSING.filter(([name]) => /^[E\d]/.test(name)).map(
      ([name, how]) => [name, how, true] as const,
    ),
    ...LASTING.map((state) => [state, raising(state), false] as const),
  ])('%s', async (_, failure, passes) => {
    const error = await errorOf(failure);
    expect(databaseFault(error)).toMatchObject({ passes });
    expect(toContractError(error).extensions.code).toBe('UNAVAILABLE');
  });

  it('P1001, where nobody listens, in words without the source code that Prisma quotes', async () => {
    const error = await errorOf(null, 'postgres://nobody@127.0.0.1:1/none');
    expect(error).toMatchObject({ code: 'P1001' });
    expect(databaseFault(error)?.what).toMatch(/^The database is gone \([^\n]*\)$/);
  });

  it('a table that is not there stays a failure of ours', async () => {
    expect(databaseFault(await errorOf(raising('42P01')))).toBeNull();
  });
});
