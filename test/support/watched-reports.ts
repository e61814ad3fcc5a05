import { ingest } from '../../src/ledger/index.ts';
import { type Form4Sketch, form4Document, type LineSketch } from './form4.ts';
import { createTestLedger, type TestLedger } from './test-ledger.ts';
import { type WatchingOptions, watching } from './watching.ts';

const JUNO = { cik: 431, name: 'Brackwell Juno' };
/** What each report says. */
const BOUGHT: LineSketch = { code: 'P', shares: '500', price: '10', after: '1500' };
/** A purchase, in a filing of its own. */
export const report = (number: number, more: Partial<Form4Sketch> = {}) =>
  form4Document({ number, owners: [JUNO], lines: [BOUGHT], ...more });
/** Corrects the first report. */
export const amendment = (number: number, shares = '400') =>
  report(number, {
    amends: '2024-03-05',
    signedOn: '2024-03-10',
    lines: [{ ...BOUGHT, shares }],
  });

/** An empty ledger, and what watches it. */
export async function open(options: WatchingOptions = {}) {
  const ledger = await createTestLedger();
  return { ledger, ...watching(ledger.database, options) };
}

/** Appends reports with numbers from one to another, a filing at a time. */
export async function append({ database }: TestLedger, from: number, to: number) {
  for (let number = from; number <= to; number += 1) {
    await ingest(database, [report(number, { signedOn: '2024-03-05' })]);
  }
}
