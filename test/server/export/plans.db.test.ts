import { expect, it } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import { type ExportedText, exportedRows } from '../../support/exported.ts';
import { form4Document } from '../../support/form4.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const SALE = { code: 'S', shares: '100', price: '10', acquired: false };
const UNDER = 'Effected pursuant to a Rule 10b5-1 trading plan adopted on November 23, 2022.';

/** The box and the words of a plan in every row of an export, in words. */
const plansOf = (rows: readonly ExportedText[]) =>
  rows.map((row) =>
    ['box', 'mentioned', 'negated', 'adopted_on']
      .map((name) => row[`rule_10b5_one_${name}`])
      .join(' ')
      .trim(),
  );

it('§8 exports tell the Rule 10b5-1 box and the words apart, by filing and by line', async () => {
  const { database } = await createTestLedger();
  const filed = (box: string | null, remarks: string, ...notes: (string | undefined)[]) => {
    const number = Math.abs(Number(box ?? 7)) + 1;
    const lines = notes.map((note, index) => {
      const line = { ...SALE, after: String(900 - 100 * index) };
      return note === undefined ? line : { ...line, note };
    });
    const owners = [{ cik: 760 + number, name: `Verrinder ${number}` }];
    const { name, bytes } = form4Document({ number, owners, lines });
    const ticked = box === null ? '' : `<aff10b5One>${box}</aff10b5One>`;
    const xml = new TextDecoder()
      .decode(bytes)
      .replace('<nonDerivativeTable>', `${ticked}<nonDerivativeTable>`)
      .replace('<ownerSignature>', `<remarks>${remarks}</remarks><ownerSignature>`);
    return sourceDocument(name, xml);
  };
  await ingest(database, [
    filed('0', '', UNDER, 'Held by a trust of 1995.'),
    filed('1', 'The sale was not made pursuant to a 10b5-1 plan.', undefined),
    filed(null, 'None of it is under a rule.', undefined),
  ]);
  expect(plansOf(await exportedRows(database, { what: 'filings' }))).toEqual([
    'UNCHECKED true false 2022-11-23',
    'CHECKED true true',
    'ABSENT false false',
  ]);
  expect(plansOf(await exportedRows(database, { what: 'events' }))).toEqual([
    'UNCHECKED true false 2022-11-23',
    'UNCHECKED false false',
    'CHECKED false false',
    'ABSENT false false',
  ]);
});
