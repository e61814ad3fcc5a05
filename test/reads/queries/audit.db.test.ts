import { expect, test } from 'vitest';
import { audit } from '../../../src/reads/index.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

interface Trade {
  readonly owner: string;
  readonly day: number;
  readonly side?: 'A' | 'D';
  readonly shares?: number;
  readonly after: number;
  readonly form?: string;
  readonly remarks?: string;
}

const cell = (name: string, value: number | string) => `<${name}><value>${value}</value></${name}>`;

/** A filing of one line of Common Stock: a trade, or a holding where it says no side. */
function filing({ owner, day, side, shares = 0, after, form = '4', remarks = '' }: Trade): string {
  const date = `2024-03-${String(day).padStart(2, '0')}`;
  const kind = side === undefined ? 'nonDerivativeHolding' : 'nonDerivativeTransaction';
  const trade =
    side === undefined
      ? ''
      : `${cell('transactionDate', date)}<transactionCoding><transactionCode>P</transactionCode></transactionCoding>
         <transactionAmounts>${cell('transactionShares', shares)}${cell('transactionAcquiredDisposedCode', side)}</transactionAmounts>`;
  return `<ownershipDocument><documentType>${form}</documentType><periodOfReport>${date}</periodOfReport>
    <issuer><issuerCik>9000801</issuerCik><issuerName>Invented Sums Inc</issuerName><issuerTradingSymbol>SUMS</issuerTradingSymbol></issuer>
    <reportingOwner><reportingOwnerId><rptOwnerCik>${owner}</rptOwnerCik><rptOwnerName>Owner ${owner}</rptOwnerName></reportingOwnerId></reportingOwner>
    <nonDerivativeTable><${kind}>${cell('securityTitle', 'Common Stock')}${trade}
      <postTransactionAmounts>${cell('sharesOwnedFollowingTransaction', after)}</postTransactionAmounts>
      <ownershipNature>${cell('directOrIndirectOwnership', 'D')}</ownershipNature></${kind}></nonDerivativeTable>
    <remarks>${remarks}</remarks>
    <ownerSignature><signatureName>S</signatureName><signatureDate>${date}</signatureDate></ownerSignature></ownershipDocument>`;
}

const [ANN, BEN, CAL] = ['9000811', '9000812', '9000813'];

test('§5 an audit counts what reconciles, and the likely causes of what does not', async () => {
  const ledger = await createTestLedger();
  const trades: Trade[] = [
    { owner: ANN, day: 1, side: 'A', shares: 100, after: 1_000 },
    { owner: ANN, day: 2, side: 'A', shares: 50, after: 1_050 },
    { owner: ANN, day: 3, side: 'D', shares: 10, after: 1_060 },
    { owner: ANN, day: 4, side: 'A', shares: 0, after: 1_065, remarks: 'Dividends reinvested.' },
    { owner: ANN, day: 5, side: 'A', shares: 100, after: 2_230 },
    { owner: BEN, day: 1, after: 300 },
    { owner: BEN, day: 6, side: 'D', shares: 5, after: 595 },
    { owner: BEN, day: 7, side: 'A', shares: 1, after: 9_999 },
    { owner: CAL, day: 8, side: 'A', shares: 1, after: 40 },
    { owner: CAL, day: 9, side: 'A', shares: 1, after: 83 },
    { owner: CAL, day: 10, side: 'A', shares: 2, after: 85, form: '4/A' },
  ];
  await ledger.append(
    Object.fromEntries(trades.map((trade, index) => [`${index}.xml`, filing(trade)])),
  );
  const nothing = {
    opening: 0,
    consistent: 0,
    breaks: {},
  };
  expect(await audit(ledger.database.pool)).toEqual({
    filings: 11,
    lines: { transactions: 10, holdings: 1 },
    superseded: 0,
    accounts: { DIRECT: 3, INDIRECT: 0, DERIVATIVE: 0 },
    entries: [
      {
        kind: 'DIRECT',
        isTransaction: true,
        opening: 2,
        consistent: 2,
        // Ann and Ben have twice as much; Cal has twice as much and one more, which is no multiple.
        breaks: { SIGN_ERROR: 1, CORPORATE_ACTION: 2, REINVESTMENT: 1, UNKNOWN: 2 },
      },
      { kind: 'DIRECT', isTransaction: false, ...nothing, opening: 1 },
      { kind: 'INDIRECT', isTransaction: true, ...nothing },
      { kind: 'INDIRECT', isTransaction: false, ...nothing },
      { kind: 'DERIVATIVE', isTransaction: true, ...nothing },
      { kind: 'DERIVATIVE', isTransaction: false, ...nothing },
    ],
    evidence: { BALANCE: 2, KEY: 6, OPENED: 3 },
    amendments: { UNRESOLVED: 1 },
    flags: { ORIGINAL_MISSING: 1, PURCHASE_DISPOSED: 2 },
  });
});
