import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveServer, startServer } from '../support/live-server.ts';
import { spyOnStatements } from '../support/statements.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { ATTACKS, type Attack } from './attacks.ts';

let server: LiveServer;
let statements: () => readonly string[];

beforeAll(async () => {
  const { database } = await createTestLedger(afterAll);
  statements = spyOnStatements(database);
  server = await startServer(database, {}, afterAll);
});

async function send({ body, headers }: Attack) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

describe('is refused before the ledger is asked for more than its head, and says why', () => {
  it.each(Object.entries(ATTACKS))('%s', async (_, attack) => {
    statements();
    const { status, text } = await send(attack);
    const { data, errors } = JSON.parse(text);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors) {
      expect(message).not.toBe('');
      expect(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX', 'FORBIDDEN']).toContain(extensions.code);
    }
    expect(status).toBeLessThan(500);
    expect(text.length).toBeLessThan(10_000);
    expect(statements().filter((sql) => !sql.includes('projection_checkpoint'))).toEqual([]);
    expect(await send({ body: '{"query":"{ ledger { events } }"}' })).toMatchObject({
      status: 200,
      text: expect.stringContaining('"events":0'),
    });
  });
});

it('what an honest client sends of the same kinds is answered', async () => {
  const body = JSON.stringify({
    query: `query ($n: Int) { a: people(first: $n) { nodes { name filings(first: 20) { nodes { form } } } } b: __typename }`,
    variables: { n: 50 },
  });
  const { text } = await send({ body });
  expect(JSON.parse(text)).toEqual({
    data: { a: { nodes: [] }, b: 'Query' },
    extensions: { cost: 1_150, position: '0' },
  });
});

it('a count over all filings has a price of its own', async () => {
  const body = JSON.stringify({ query: '{ ledger { readingsBehind events } }' });
  expect(JSON.parse((await send({ body })).text)).toEqual({
    data: { ledger: { readingsBehind: 0, events: 0 } },
    extensions: { cost: 5_001, position: '0' },
  });
});

it('a document that was refused is refused again with the same places', async () => {
  const asked = { body: JSON.stringify({ query: '{ people { nodes { nome } } }' }) };
  const first = JSON.parse((await send(asked)).text);
  expect(first.errors[0]).toMatchObject({
    message: expect.stringContaining('"nome"'),
    locations: [{ line: 1, column: 20 }],
  });
  expect(JSON.parse((await send(asked)).text)).toEqual(first);
});

it('a wrong name in variables that is long is quoted by its beginning', async () => {
  const query = 'query ($by: PersonBy!) { person(by: $by) { name } }';
  const long = 'x'.repeat(200_000);
  for (const by of [{ [long]: '1' }, { cik: { a: long } }]) {
    const { status, text } = await send({ body: JSON.stringify({ query, variables: { by } }) });
    expect(status).toBeLessThan(500);
    expect(text).toContain(`${'x'.repeat(100)}…`);
    expect(text.length).toBeLessThan(1_000);
  }
});
