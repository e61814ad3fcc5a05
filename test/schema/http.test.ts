import type { AddressInfo } from 'node:net';
import { parse, validate } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { schema } from '../../src/schema/index.ts';
import { EXAMPLE_OPERATIONS } from '../../src/server/example-operations.ts';
import { createHttpServer } from '../../src/server/http-server.ts';
import { QUIET } from '../support/quiet.ts';

/** Where nobody listens. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/nothing';

async function start(): Promise<string> {
  const database = openDatabase({ connectionString: NOWHERE });
  const { server, close } = createHttpServer({ database, log: QUIET });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(async () => {
    await close();
    await database.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function post(url: string, query: string): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
}

test('a browser at /graphql gets GraphiQL, opened with a tab for each example and its variables', async () => {
  const response = await fetch(`${await start()}/graphql`, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(200);
  const page = await response.text();
  const [, text = ''] = /"defaultTabs":(\[.*?\]),"/.exec(page) ?? [];
  const tabs = JSON.parse(text) as { query: string; variables: string }[];
  expect(tabs.map(({ query }) => query)).toEqual(EXAMPLE_OPERATIONS);
  const variables = tabs.map((tab) => tab.variables && JSON.parse(tab.variables));
  expect(variables).toContainEqual({ after: '1', filter: { codes: ['P', 'S'] } });
});

test('a browser that loads GraphiQL again, its query in the address by now, gets it again', async () => {
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  const response = await fetch(`${await start()}/graphql?query={__typename}`, { headers });
  expect(response.headers.get('content-type')).toContain('text/html');
});

test('every tab is one valid operation, named, whose variables need no value', () => {
  expect(EXAMPLE_OPERATIONS.length).toBeGreaterThan(3);
  for (const text of EXAMPLE_OPERATIONS) {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const operations = document.definitions.filter((each) => each.kind === 'OperationDefinition');
    expect(operations.map(({ name }) => name?.value)).toEqual([expect.any(String)]);
    const needy = operations
      .flatMap(({ variableDefinitions }) => variableDefinitions ?? [])
      .filter(({ type, defaultValue }) => type.kind === 'NonNullType' && defaultValue == null);
    expect(needy).toEqual([]);
  }
});

test('a body of more than a megabyte is refused', async () => {
  const response = await post(await start(), `{ __typename } #${'x'.repeat(1_000_000)}`);
  expect(response.status).toBe(413);
});

test.each([
  ['a loader', '{ filings { nodes { id } } }'],
  ['a statement of its own', '{ people { nodes { id } } }'],
])('a database that is away is UNAVAILABLE, through %s', async (_, query) => {
  const response = await post(await start(), query);
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: 'The database cannot be reached; try again.',
        extensions: { code: 'UNAVAILABLE' },
      },
    ],
  });
});
