import { expect, test } from 'vitest';
import { openDatabase, type RanStatement } from '../../src/database/index.ts';
import { holdKey } from '../support/key-holder.ts';
import { sampleDocuments } from '../support/samples.ts';
import { startServerProcess } from '../support/server-process.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const QUERY =
  '{ issuer(by: { ticker: "AMOT" }) { name holdings(asOf: "2023-03-07") { nodes { amount } } } }';

async function ask(url: string, key: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: QUERY }),
  });
  return answer.json();
}

test('LOG=debug logs every statement of a server, and no value or key', async () => {
  const ledger = await createTestLedger();
  await ledger.append(sampleDocuments());
  const { text: key } = await holdKey(ledger, ['READ']);
  const server = await startServerProcess(ledger.adminUrl, { LOG: 'debug', READS: 'keys' });
  expect(await ask(server.url, key)).toMatchObject({
    data: { issuer: { name: 'ALLIED MOTION TECHNOLOGIES INC' } },
  });
  server.kill('SIGTERM');
  const { stderr } = await server.ended;
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
  const ran = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'debug');
  const ofHoldings = ran.filter(({ sql }) => /\bentry\b/.test(sql));
  expect(ofHoldings.length).toBeGreaterThan(0);
  expect(ofHoldings[0]).toMatchObject({
    msg: 'ran a statement',
    ms: expect.any(Number),
    parameters: expect.any(Number),
    rows: expect.any(Number),
    failure: null,
  });
  const said = JSON.stringify(ran);
  for (const secret of [key, key.slice(12), 'AMOT', '2023-03-07'])
    expect(said).not.toContain(secret);
});

test('a statement that fails is logged with its SQLSTATE, without what it was given', async () => {
  const { serverUrl } = await createTestLedger();
  const observed: RanStatement[] = [];
  const database = openDatabase({
    connectionString: serverUrl,
    onStatement: (ran) => observed.push(ran),
  });
  await expect(database.pool.query('SELECT $1::int', ['a secret'])).rejects.toThrow();
  await database.records().query('SELECT $1::int AS one', [1]);
  await database.close();
  expect(observed).toEqual([
    { sql: 'SELECT $1::int', parameters: 1, ms: expect.any(Number), rows: null, failure: '22P02' },
    { sql: 'SELECT $1::int AS one', parameters: 1, ms: expect.any(Number), rows: 1, failure: null },
  ]);
});
