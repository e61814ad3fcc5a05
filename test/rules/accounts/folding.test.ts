import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldNature } from '../../../src/rules/accounts/nature.ts';
import { foldSecurityTitle } from '../../../src/rules/accounts/security-class.ts';

describe('§5 security class', () => {
  it.each([
    ['Common Stock', 'COMMON STOCK'],
    ['Common Stock, $.01 par value', 'COMMON STOCK'],
    ['COMMON STOCK, PAR VALUE $0.001 PER SHARE', 'COMMON STOCK'],
    ['Common Stock ($0.0001 par value)', 'COMMON STOCK'],
    ['Common stock, no par value', 'COMMON STOCK'],
    ['Common Stock, without par value', 'COMMON STOCK'],
    ['Class A Common Stock, par value $.10', 'CLASS A COMMON STOCK'],
    ['Common Stock, Class A', 'CLASS A COMMON STOCK'],
    ['Common Shares, Series B', 'SERIES B COMMON SHARE'],
    ['Restricted Stock Units', 'RESTRICTED STOCK UNIT'],
    ['Restricted Stock Units (RSUs)', 'RESTRICTED STOCK UNIT'],
    ["Performance Stock Unit ('PSU')", 'PERFORMANCE STOCK UNIT'],
    ['Common Stock (IRA)', 'COMMON STOCK IRA'],
    ['Common Stock(1)', 'COMMON STOCK'],
    ['Class A Common Share', 'CLASS A COMMON SHARE'],
    ['Common Stock, $.01 a share par value', 'COMMON STOCK'],
    ['Common Stock, par value one cent', 'COMMON STOCK'],
    ['Ordinary Shares, nominal value $0.01', 'ORDINARY SHARE'],
    ['Ordinary Shares, EUR 0.01 par value per share', 'ORDINARY SHARE'],
    ['Common Units representing limited partner interests', 'COMMON UNIT'],
    ['Stock Option (Right to Buy)', 'STOCK OPTION RIGHT TO BUY'],
    ['Par Value', 'PAR VALUE'],
    ['***', '***'],
  ])('%s folds to %s', (title, expected) => {
    expect(foldSecurityTitle(title)).toBe(expected);
  });

  it('folds its own result to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const once = foldSecurityTitle(title);
        expect(foldSecurityTitle(once)).toBe(once);
      }),
    );
  });
});

describe('§5 nature of indirect ownership', () => {
  it.each([
    ['By ESOP Trust', 'ESOP TRUST'],
    ['Held by spouse', 'SPOUSE'],
    ['BY SPOUSE', 'SPOUSE'],
    ["By Spouse's IRA", 'SPOUSES IRA'],
    ['See footnote (3)', 'SEE FOOTNOTE'],
    ['See Footnotes 2 and 3', 'SEE FOOTNOTE'],
    ['By Trust (1)', 'TRUST'],
    ['401(k) plan 2/28/2023', '401 K PLAN'],
    ['401(k) Plan as of December 31, 2022', '401 K PLAN'],
    ['By ESOP (12-31-22)', 'ESOP'],
    ['Savings Plan 2023-01-31', 'SAVINGS PLAN'],
    ['Held in 401k, 03/2023', '401 K'],
    ['Through 401(k) Plan - 02/28/23', '401 K PLAN'],
    ['In trust', 'TRUST'],
    ['The Doe Family Trust', 'DOE FAMILY TRUST'],
    ['Indirectly held by the Doe Family Trust', 'DOE FAMILY TRUST'],
    ['By Trust as of 2/28/2023', 'TRUST'],
    ['By Trust dated 3/1/1999', 'TRUST DATED 3 1 1999'],
    ['By Doe Trust u/a/d 3/1/1999', 'DOE TRUST U A D 3 1 1999'],
    ['By Doe 2012 Trust', 'DOE 2012 TRUST'],
    [null, ''],
  ])('%s folds to %s', (nature, expected) => {
    expect(foldNature(nature)).toBe(expected);
  });
});
