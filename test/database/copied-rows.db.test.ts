import { expect, test } from 'vitest';
import { copyText } from '../../src/database/copy-text.ts';
import { insertRows, inTransaction } from '../../src/database/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const issuers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: BigInt(index + 1), name: `Issuer ${index}` }));

test('a COPY of which a row cannot be made fails, and leaves the connection to its ROLLBACK', async () => {
  const { database } = await createTestLedger();
  const rows = [...issuers(60), { id: 61n, name: Symbol('no cell') }];
  await expect(inTransaction(database, (db) => insertRows(db, 'issuer', rows))).rejects.toThrow(
    'a cell is text, a number',
  );
  const { rows: after } = await database.pool.query('SELECT count(*)::int AS count FROM issuer');
  expect(after).toEqual([{ count: 0 }]);
});

test('a list is copied as JSON into every column that holds JSON, and as an array into no such column', async () => {
  const { database } = await createTestLedger();
  const { rows } = await database.pool.query<{ name: string; type: string }>(
    `SELECT DISTINCT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('jsonb', 'ARRAY')
       AND table_name IN ('filing', 'filing_owner', 'reported_line', 'issuer', 'issuer_ticker', 'relationship')`,
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { name, type } of rows) {
    expect([name, copyText([name], [{ [name]: [] }])]).toEqual([
      name,
      type === 'jsonb' ? '[]\n' : '{}\n',
    ]);
  }
});
