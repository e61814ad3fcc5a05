import { describe, expect, it } from 'vitest';
import { compareProjections, ingest, rebuildProjections } from '../../../src/ledger/index.ts';
import { type Form4Sketch, form4Document } from '../../support/form4.ts';
import { onStatements } from '../../support/statements.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const HOLDER = { cik: 41, name: 'Longterm Lena' };
const GRANT = ['10', '2030-01-01', 'Common Stock'] as const;

/** One more purchase, and one more exercise, of somebody who has made some before. */
function trade(number: number, more: Partial<Form4Sketch> = {}): Form4Sketch {
  const date = `2024-03-${String(number).padStart(2, '0')}`;
  const after = (change: number) => String(10_000 + change * number);
  return {
    number,
    signedOn: date,
    owners: [HOLDER],
    lines: [
      { code: 'P', date, shares: '100', price: '20', after: after(100) },
      { code: 'G', date, shares: '10', acquired: false, nature: 'By Trust', after: after(-10) },
      { code: 'M', date, shares: '50', acquired: false, terms: GRANT, after: after(-50) },
    ],
    ...more,
  };
}

async function append(ledger: Awaited<ReturnType<typeof createTestLedger>>, form: Form4Sketch) {
  const [answer] = await ingest(ledger.database, [form4Document(form)]);
  expect(answer?.outcome).toBe('appended');
}

/** Tables whose rows are not, value for value, those of a rebuild. */
async function otherwise({ database }: Awaited<ReturnType<typeof createTestLedger>>) {
  return (await rebuildProjections(database)).filter(({ same }) => !same);
}

async function longHistory(filings: number) {
  const ledger = await createTestLedger();
  for (let number = 1; number <= filings; number += 1) await append(ledger, trade(number));
  return ledger;
}

describe('§5 a family of many lines', () => {
  it('goes on from where it ended: none of its earlier lines is read again', async () => {
    const ledger = await longHistory(8);
    const read: string[] = [];
    onStatements(ledger.database, (statement) => {
      const text = typeof statement === 'string' ? statement : statement.text;
      if (/SELECT t.person_id, l.filing_id/.test(text)) read.push(text);
    });
    for (const number of [9, 10]) await append(ledger, trade(number));
    expect(read).toEqual([]);
    const { rows } = await ledger.database.pool.query(
      `SELECT l.security_table AS "table", e.accounting_order AS turn, e.place, e.amount,
         e.reconciliation
       FROM entry e JOIN reported_line l USING (position) JOIN filing f ON f.id = l.filing_id
       WHERE f.accession_number LIKE '%-000010' ORDER BY l.position`,
    );
    const goesOn = { turn: 10, place: 10, reconciliation: 'CONSISTENT' };
    expect(rows).toEqual([
      { table: 'NON_DERIVATIVE', amount: '11000', ...goesOn },
      { table: 'NON_DERIVATIVE', amount: '9900', ...goesOn },
      { table: 'DERIVATIVE', amount: '9500', ...goesOn },
    ]);
    expect(await otherwise(ledger)).toEqual([]);
  });

  it('says of a line what it did, once a later one closes its account', async () => {
    const ledger = await longHistory(8);
    const date = '2024-03-09';
    const after = String(10_800 + 100 + 9_920);
    const lines = [{ code: 'P', date, shares: '100', price: '20', after }];
    await append(ledger, trade(9, { lines }));
    const { rows } = await ledger.database.pool.query(
      `SELECT l.reconciliation FROM reported_line l JOIN entry e USING (position)
       WHERE e.is_restated AND e.amount = 0`,
    );
    expect(rows).toEqual([{ reconciliation: 'CONSISTENT' }]);
    expect(await otherwise(ledger)).toEqual([]);
  });

  it.each<[string, Form4Sketch]>([
    ['a filing known late', trade(5, { number: 55, signedOn: '2024-03-05' })],
    ['a filing known last of a day before', trade(4, { number: 56, signedOn: '2024-03-20' })],
    ['an amendment', trade(6, { number: 57, signedOn: '2024-03-21', amends: '2024-03-06' })],
    ['a trade reported twice', trade(8, { number: 58, signedOn: '2024-03-22' })],
    ['another holder', trade(9, { owners: [HOLDER, { cik: 42, name: 'Joint Jorn' }] })],
  ])('is worked out again from all of them by %s, and goes on after it', async (_, form) => {
    const ledger = await longHistory(8);
    await append(ledger, form);
    expect(await otherwise(ledger)).toEqual([]);
    await append(ledger, trade(25));
    expect(await otherwise(ledger)).toEqual([]);
  });

  it('has the end that all its lines give, or the comparison with a rebuild says so', async () => {
    const ledger = await longHistory(8);
    await append(ledger, trade(9));
    const { database } = ledger;
    const ends = async () =>
      (await compareProjections(database)).find(({ table }) => table === 'family_end');
    expect(await ends()).toEqual({ table: 'family_end', rows: 2, same: true, strange: null });
    await database.pool.query(
      `UPDATE family_end SET ending = replace(ending::text, '"10900"', '"10901"')::json
       WHERE security_table = 'NON_DERIVATIVE'`,
    );
    expect(await ends()).toMatchObject({ same: false, strange: expect.stringMatching(/9000041/) });
  });
});
