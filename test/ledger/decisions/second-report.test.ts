import { describe, expect, it } from 'vitest';
import {
  isDuplicateReport,
  type TradeReport,
} from '../../../src/ledger/decisions/duplicates/duplicate-report.ts';
import { ANN, report } from '../../support/trade-report.ts';

const CO_OWNER = { owners: [21n, 23n], ownerNames: ['Doe Ann', 'Doe Cy'] };

describe('§5 lines of one owner that agree in every cell', () => {
  const line = (of: Partial<TradeReport>) => report({ ...ANN, ...of });

  it.each<[string, Partial<TradeReport>, Partial<TradeReport>]>([
    ['with the same amount after', {}, {}],
    ['of which one filing names more owners', {}, CO_OWNER],
    ['of which one alone has a footnote', {}, { holderNotes: ['Held jointly.'] }],
    [
      'whose footnotes differ in an amount alone',
      { termNotes: ['Of these 1,000 vest yearly.'] },
      { termNotes: ['Of these 2,000 vest yearly.'] },
    ],
    [
      'that are holdings of other owners too',
      { code: null, isTransaction: false },
      {
        ...CO_OWNER,
        code: null,
        isTransaction: false,
      },
    ],
  ])('report one trade: %s', (_, a, b) => {
    expect(isDuplicateReport(line(a), line(b))).toBe(true);
    expect(isDuplicateReport(line(b), line(a))).toBe(true);
  });

  it.each<[string, Partial<TradeReport>, Partial<TradeReport>]>([
    ['neither says an amount after', { hasAmountAfter: false }, { hasAmountAfter: false }],
    ['one is indirect', {}, { ownership: 'INDIRECT', nature: 'By Trust' }],
    [
      'the natures differ',
      { ownership: 'INDIRECT', nature: 'By Trust' },
      { ownership: 'INDIRECT', nature: 'By Spouse' },
    ],
    [
      'the footnotes name other trusts',
      { holderNotes: ['Held by the elder trust.'] },
      { holderNotes: ['Held by the younger trust.'] },
    ],
    [
      'they are of grants under other plans',
      { termNotes: ['Granted under the 2021 plan.'] },
      { termNotes: ['Granted under the 2023 plan.'] },
    ],
    ['one filing is an amendment', {}, { isAmendment: true }],
    [
      'they are holdings',
      { code: null, isTransaction: false },
      { code: null, isTransaction: false },
    ],
  ])('report two where %s', (_, a, b) => {
    expect(isDuplicateReport(line(a), line(b))).toBe(false);
    expect(isDuplicateReport(line(b), line(a))).toBe(false);
  });
});
