import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../support/live-server.ts';
import { QUIET } from '../../support/quiet.ts';
import { type Screened, screenedLedger } from '../../support/screened-ledger.ts';

let screened: Screened;
let url: string;
let origin: string;

beforeAll(async () => {
  screened = await screenedLedger(afterAll);
  ({ url } = await startServer(screened.database, { log: QUIET }, afterAll));
  ({ origin } = new URL(url));
});

async function ask(query: string, variables: object = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}

/** The rows of an address, as NDJSON. */
async function rows(path: string): Promise<Record<string, string>[]> {
  const accept = 'application/x-ndjson';
  const response = await fetch(`${origin}${path}`, { headers: { accept } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  const lines = (await response.text()).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

async function positionsByPages(filter: object, orderBy: object): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const { transactions } = await ask(
      `query ($filter: TransactionFilter, $orderBy: TransactionOrder, $after: String) {
        transactions(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
          nodes { position } pageInfo { hasNextPage endCursor } } }`,
      { filter, orderBy, after },
    );
    found.push(...transactions.nodes.map(({ position }: { position: string }) => position));
    after = transactions.pageInfo.hasNextPage ? transactions.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** Holds the rows back: PostgreSQL gives none before the connection ends. */
async function holdRows() {
  const holder = screened.database.connection();
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE filing_owner IN ACCESS EXCLUSIVE MODE');
  return holder;
}

describe('/export/transactions', () => {
  it.each([
    ['', {}, { by: 'KNOWN_AT' }],
    [
      '?codes=P,S&acquiredDisposed=DISPOSED',
      { codes: ['P', 'S'], acquiredDisposed: 'DISPOSED' },
      { by: 'KNOWN_AT' },
    ],
    ['?orderBy=VALUE&minValue=100', { minValue: '100' }, { by: 'VALUE' }],
    ['?orderBy=SHARE_OF_HOLDING&direction=ASC', {}, { by: 'SHARE_OF_HOLDING', direction: 'ASC' }],
    ['?orderBy=POSITION&includeSuperseded=true', { includeSuperseded: true }, { by: 'POSITION' }],
    [
      '?roles=DIRECTOR&roles=OFFICER&amendments=false',
      { roles: ['DIRECTOR', 'OFFICER'], amendments: false },
      { by: 'KNOWN_AT' },
    ],
    ['?tickers=NOBODYS', { tickers: ['NOBODYS'] }, { by: 'KNOWN_AT' }],
  ])('%s has the transactions of the screen, in its order', async (query, filter, orderBy) => {
    const exported = await rows(`/export/transactions${query}`);
    expect(exported.map(({ position }) => position)).toEqual(
      await positionsByPages(filter, { direction: 'DESC', ...orderBy }),
    );
  });

  it('is CSV where all is one, with a header, as a file to keep', async () => {
    const response = await fetch(`${origin}/export/transactions?tickers=TWKX`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="transactions.csv"',
    );
    const [header] = (await response.text()).split('\r\n');
    expect(header).toMatch(/^position,type,accession_number,form,/);
  });

  it('knows only what was known then', async () => {
    const known = await rows('/export/transactions?knownAt=2023-06-30');
    const all = await rows('/export/transactions');
    const then = ({ known_at }: Record<string, string>) => String(known_at) < '2023-07-01T04';
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(all.length);
    expect(known.filter((row) => !then(row))).toEqual([]);
  });
});

describe('/export/holdings', () => {
  it('has the holdings of a snapshot, narrowed as the API narrows them', async () => {
    const viewed = 'asOf: "2023-12-31", knownAt: "2024-06-30"';
    for (const [query, filter] of [
      ['', '{}'],
      [
        '&table=NON_DERIVATIVE&ownership=INDIRECT',
        '{ table: NON_DERIVATIVE, ownership: INDIRECT }',
      ],
      ['&statuses=CLOSED,EXPIRED', '{ statuses: [CLOSED, EXPIRED] }'],
    ]) {
      const { snapshot } = await ask(
        `{ snapshot(${viewed}) { holdings(first: 100, filter: ${filter}) { nodes { amount person { id } } } } }`,
      );
      const exported = await rows(`/export/holdings?asOf=2023-12-31&knownAt=2024-06-30${query}`);
      const pairs = exported.map(({ person_id: id, amount }) => `${id} ${amount}`).sort();
      const nodes = snapshot.holdings.nodes as { amount: string; person: { id: string } }[];
      expect(nodes.length).toBeLessThan(100);
      expect(pairs).toEqual(nodes.map(({ person, amount }) => `${person.id} ${amount}`).sort());
    }
  });
});

describe('an export by HTTP', () => {
  it.each([
    ['/export/transactions?codez=P', 'codez: there is no such parameter. There are acquired'],
    ['/export/transactions?codes=P,Q1', 'codes: Value "Q1" does not exist in "TransactionCode"'],
    ['/export/transactions?amendments=perhaps', 'amendments: Boolean cannot represent'],
    ['/export/transactions?minValue=1&minValue=2', 'minValue: is given 2 times.'],
    ['/export/transactions?knownAt=yesterday', 'knownAt: '],
    ['/export/transactions?issuers=nobody', 'filter.issuers[0]'],
    ['/export/transactions?format=parquet', 'format: exports are csv or ndjson, not parquet.'],
    ['/export/holdings?orderBy=VALUE', 'orderBy: there is no such parameter.'],
    ['/export/holdings?format=ndjson&spreadsheetSafe=true', 'spreadsheetSafe: is true or false'],
  ])('that cannot be asked so says which parameter is wrong: %s', async (path, message) => {
    const response = await fetch(`${origin}${path}`);
    expect(response.status).toBe(400);
    const { errors } = await response.json();
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('needs a key where reading does', async () => {
    const settings = { reads: 'keys' as const };
    const { url: guarded } = await startServer(screened.database, { settings, log: QUIET });
    const response = await fetch(`${new URL(guarded).origin}/export/transactions`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('is refused where only persisted operations are taken', async () => {
    const settings = { persisted: { texts: new Map<string, string>(), only: true } };
    const { url: closed } = await startServer(screened.database, { settings, log: QUIET });
    expect((await fetch(`${new URL(closed).origin}/export/holdings`)).status).toBe(403);
  });

  it('that has not begun when the server closes is said to be unavailable', async () => {
    const { url: closing, close } = await startServer(screened.database, { log: QUIET });
    const holder = await holdRows();
    const waiting = fetch(`${new URL(closing).origin}/export/transactions?format=ndjson`);
    const blocked = 'SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted';
    await expect.poll(async () => (await holder.query(blocked)).rows[0].n).toBeGreaterThan(0);
    await close();
    const response = await waiting;
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'The server is closing.', extensions: { code: 'UNAVAILABLE' } }],
    });
    await holder.end();
  });

  it('is one of two at most, and whoever goes away makes room', async () => {
    const slow = () =>
      new Promise<IncomingMessage>((resolve) => {
        get(`${origin}/export/transactions?format=ndjson`, { agent: false }, (response) => {
          response.pause();
          resolve(response);
        });
      });
    const holder = await holdRows();
    const held = [slow(), slow()];
    const refused = async () => (await fetch(`${origin}/export/transactions`)).status;
    await expect.poll(refused).toBe(429);
    await holder.end();
    for (const response of await Promise.all(held)) {
      response.resume();
      await once(response, 'end');
    }
    await expect.poll(refused).toBe(200);
  });
});
