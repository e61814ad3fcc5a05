import { expect, test } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import { latestUsers } from '../../../src/reads/index.ts';
import { form4Document } from '../../support/form4.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const FERRIES = 9_000_301;
const FREIGHT = 9_000_302;

/** Filings in the order of becoming known: whose, and by which ticker. */
async function userOf(
  symbol: string,
  uses: readonly (readonly [issuer: number, ticker: string])[],
) {
  const { database } = await createTestLedger();
  const documents = uses.map(([issuer, ticker], index) => {
    const { name, bytes } = form4Document({
      number: index + 1,
      signedOn: `2024-03-${String(index + 5).padStart(2, '0')}`,
      owners: [{ cik: 404, name: 'Verrinder Jo' }],
      lines: [{ code: 'P', shares: '1', price: '2', after: String(index + 1) }],
      issuer,
    });
    const symbolCell = `<issuerTradingSymbol>${ticker}</issuerTradingSymbol></issuer>`;
    return sourceDocument(name, new TextDecoder().decode(bytes).replace('</issuer>', symbolCell));
  });
  await ingest(database, documents);
  return Number((await latestUsers(database.pool, [symbol]))[0]?.issuerId);
}

test('§2 one stray use of a ticker takes nothing over, wherever it stands among the filings', async () => {
  const own = [FERRIES, 'PLFY'] as const;
  const other = [FREIGHT, 'PLFT'] as const;
  const stray = [FREIGHT, 'PLFY'] as const;
  expect(await userOf('PLFY', [own, own, other, other, stray])).toBe(FERRIES);
  expect(await userOf('PLFY', [own, own, other, stray, other])).toBe(FERRIES);
});

test('§2 a ticker passes on to an issuer whose filings use it later, and stays with its only user', async () => {
  expect(
    await userOf('PLFY', [
      [FERRIES, 'PLFY'],
      [FERRIES, 'PLFY'],
      [FREIGHT, 'PLFY'],
    ]),
  ).toBe(FREIGHT);
  expect(
    await userOf('PLFY', [
      [FERRIES, 'PLFY'],
      [FERRIES, 'PLFX'],
      [FERRIES, 'PLFX'],
      [FERRIES, 'NONE'],
    ]),
  ).toBe(FERRIES);
});
