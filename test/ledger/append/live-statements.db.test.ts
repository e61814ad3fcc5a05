import { expect, it } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import { type Form4Sketch, form4Document } from '../../support/form4.ts';
import { onStatements } from '../../support/statements.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const MOST = 12;

/** A trade of somebody; the number tells the filing and the day. */
function trade(number: number, cik: number, more: Partial<Form4Sketch> = {}): Form4Sketch {
  const date = `2024-03-${String((number % 28) + 1).padStart(2, '0')}`;
  const line = { code: 'P', date, shares: '100', price: '20', after: String(1_000 + number) };
  return {
    number,
    signedOn: date,
    owners: [{ cik, name: `Frequent Filer ${cik}` }],
    lines: [line],
    ...more,
  };
}

/**
 * The statements of one more filing by somebody with three, of an amendment to it, and of the first
 * filing of a newcomer, in a ledger that holds so many filings of others.
 */
async function statementsAmong(others: number): Promise<string[][]> {
  const { database } = await createTestLedger();
  const filed = Array.from({ length: others }, (_, at) => trade(at + 100, 1_000 + (at % 50)));
  const own = [1, 2, 3].map((number) => trade(number, 41));
  await ingest(database, [...filed, ...own].map(form4Document));
  const sent: string[] = [];
  onStatements(database, (statement) => {
    sent.push(typeof statement === 'string' ? statement : statement.text);
  });
  const live: string[][] = [];
  for (const form of [trade(4, 41), trade(5, 41, { amends: '2024-03-05' }), trade(6, 42)]) {
    const [answer] = await ingest(database, [form4Document(form)]);
    expect(answer?.outcome).toBe('appended');
    live.push(sent.splice(0));
  }
  return live;
}

it('§4 takes a filing that comes alone by twelve statements at most, the same however many are held', async () => {
  const few = await statementsAmong(20);
  const [next = [], amendment = [], newcomer = []] = few;
  expect(next.length).toBeLessThanOrEqual(7);
  expect(amendment.length).toBeLessThanOrEqual(MOST);
  expect(newcomer.length).toBeLessThanOrEqual(7);
  expect(await statementsAmong(1_500)).toEqual(few);
});
