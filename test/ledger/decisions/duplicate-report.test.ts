import { describe, expect, it } from 'vitest';
import {
  isDuplicateReport,
  type TradeReport,
} from '../../../src/ledger/decisions/duplicates/duplicate-report.ts';
import { ANN, report } from '../../support/trade-report.ts';

const FUND = { owners: [1n], ownerNames: ['Orrery Growth Fund II, L.P.'], isTenPercentOwner: true };
const MANAGER = { owners: [2n], ownerNames: ['Quillon Petra A'], isTenPercentOwner: true };
const DIRECTOR = { owners: [3n], ownerNames: ['Brackwater Odo'], isTenPercentOwner: false };
const TENTH = {
  owners: Array.from({ length: 10 }, (_, index) => BigInt(100 + index)),
  ownerNames: ['Orrery Partners Ten'],
};
const BOB = { owners: [22n], ownerNames: ['Roe Bob'], isTenPercentOwner: true, isOffice: true };
const indirect = (nature: string, of: Partial<TradeReport> = {}) =>
  report({ ownership: 'INDIRECT', nature, ...of });
/** A sale of a founder through a trust, with a footnote about it or without. */
function byTrust(founder: Partial<TradeReport>, note?: string): TradeReport {
  const holderNotes = note === undefined ? [] : [note];
  return indirect('By Trust', { ...founder, code: 'S', isHeldOn: true, holderNotes });
}

describe('§5 lines that agree in every cell report one trade', () => {
  it.each<[string, TradeReport, TradeReport]>([
    [
      'where an entity is among them, neither has an office and both held as much before and after',
      report({ isHeldOn: true, ownerNames: ['Orrery Growth Fund II, L.P.'] }),
      report({ isHeldOn: true, owners: [8n] }),
    ],
    [
      'where both cite one footnote that names the holder',
      byTrust(ANN, 'Held by the Smallhythe Heirloom Trust.'),
      byTrust(BOB, 'Held by the Smallhythe Heirloom Trust.'),
    ],
    [
      'where a footnote names the other as trustee, whatever the other footnote says',
      byTrust(ANN, 'Held by a trust of which Bob Roe is a trustee.'),
      byTrust(BOB, 'Held by the Smallhythe Heirloom Trust.'),
    ],
    [
      'where one holds directly what the spouse of the other holds, both above ten per cent',
      report({ ...ANN, isHeldOn: true, code: 'S' }),
      indirect('By Spouse', { ...BOB, isHeldOn: true, code: 'S' }),
    ],
    [
      'where spouses of one family name say the same but for the word',
      indirect('As beneficiary of trust', { ...ANN, code: null }),
      indirect('Spouse as beneficiary of trust', {
        ...BOB,
        ownerNames: ['Doe Bob'],
        code: null,
      }),
    ],
    [
      'where members of a group name the same holders, each in other words',
      indirect('See footnote', {
        ...FUND,
        holderNotes: ['Held by Quillon Sponsor Partners, which Orrery Capital manages.'],
      }),
      indirect('See footnote', {
        ...BOB,
        holderNotes: ['Quillon Sponsor Partners is the holder; Orrery Capital is its manager.'],
      }),
    ],
    [
      'where one owner’s nature names the other as the holder',
      report(FUND),
      indirect('By Orrery Growth Fund II LP', DIRECTOR),
    ],
    [
      'where a footnote names the other, family name first or last',
      indirect('See footnote', {
        ...FUND,
        holderNotes: ['Held by Petra Quillon, his spouse.'],
        code: 'A',
      }),
      report({ ...MANAGER, isTenPercentOwner: false, code: 'A' }),
    ],
    [
      'where both name the same holder',
      indirect('By Smallhythe Investments, LLC', DIRECTOR),
      indirect('Held by Smallhythe Investments LLC', MANAGER),
    ],
    [
      'where both report as owners of more than ten per cent and one holds through another',
      report(FUND),
      indirect('See footnote', MANAGER),
    ],
    [
      'where both do and neither names a holder, whatever the code',
      indirect('See footnotes', { ...FUND, code: 'D' }),
      indirect('See Remarks', { ...MANAGER, code: 'D' }),
    ],
    [
      'where a filing has as many owners as it can, and both report more than ten per cent',
      report({ ...TENTH, isTenPercentOwner: true }),
      report({ ...MANAGER }),
    ],
    [
      'where an entity and its manager both mark what it holds as direct',
      report(FUND),
      report(MANAGER),
    ],
  ])('%s', (_, a, b) => {
    expect(isDuplicateReport(a, b)).toBe(true);
    expect(isDuplicateReport(b, a)).toBe(true);
  });

  it.each<[string, TradeReport, TradeReport]>([
    ['two directors’ equal grants', report({ ...DIRECTOR, code: 'A' }), report({ code: 'A' })],
    ['two people’s equal purchases', report(DIRECTOR), report({})],
    [
      'two officers’ equal sales out of equal balances',
      report({ isOffice: true, isHeldOn: true }),
      report({ isOffice: true, isHeldOn: true, owners: [8n] }),
    ],
    [
      'equal grants of two people who both own more than ten per cent',
      report({ ...MANAGER, code: 'A' }),
      report({ isTenPercentOwner: true, code: 'A' }),
    ],
    [
      'a grant to a director, and an equal one to somebody’s spouse',
      report({ ...DIRECTOR, code: 'A' }),
      indirect('By Spouse', { code: 'A' }),
    ],
    [
      'a fund’s director fee and an equal one of another owner of more than ten per cent',
      report({ ...MANAGER, code: 'A' }),
      indirect('Through Orrery Management', { ...FUND, code: 'A' }),
    ],
    [
      'purchases through trusts of different names',
      indirect('By OQ Revocable Trust', FUND),
      indirect('By PQ Revocable Trust', MANAGER),
    ],
    ['plans of one kind', indirect('By 401(k) Plan', DIRECTOR), indirect('By 401(k) Plan')],
    [
      'direct lines of people whom a footnote lists',
      report({ ...DIRECTOR, code: 'J', otherWords: 'To Nora Nobody and others.' }),
      report({ code: 'J' }),
    ],
    [
      'equal sales of people without an office out of equal balances',
      report({ isHeldOn: true }),
      report({ isHeldOn: true, owners: [8n] }),
    ],
    [
      'two founders’ sales through trusts that their footnotes tell apart',
      byTrust(ANN, 'Held by Ann Co Pty as trustee for the Ann Head Trust.'),
      byTrust(BOB, 'Held by Bob Co Pty as trustee for the Roe Family Trust.'),
    ],
    ['two founders’ trusts of which nothing is said', byTrust(ANN), byTrust(BOB)],
    [
      'two founders’ trusts of which both say the same and no name',
      byTrust(ANN, 'Held by a revocable trust of the reporting person.'),
      byTrust(BOB, 'Held by a revocable trust of the reporting person.'),
    ],
    [
      'a founder’s direct sale and another’s through a trust',
      report({ ...ANN, code: 'S', isHeldOn: true }),
      byTrust(BOB),
    ],
    [
      'two members of one plan',
      indirect('By Plimsoll Directors Deferred Unit Plan', { ...ANN, code: 'A' }),
      indirect('By Plimsoll Directors Deferred Unit Plan', { ...BOB, code: 'A' }),
    ],
    [
      'equal awards of one name',
      indirect('Restricted Stock Award XI', { ...ANN, code: null }),
      indirect('Restricted Stock Award XI', { ...BOB, code: null }),
    ],
    [
      'members of a plan that a footnote names',
      indirect('See footnote', { ...ANN, holderNotes: ['In the Plimsoll Ferries Savings Plan.'] }),
      indirect('See footnote', { ...BOB, holderNotes: ['In the Plimsoll Ferries Savings Plan.'] }),
    ],
    [
      'two sister funds',
      report({ ...FUND, code: 'S' }),
      report({ ...FUND, owners: [31n], ownerNames: ['Orrery Growth Fund III, L.P.'], code: 'S' }),
    ],
  ])('but not %s', (_, a, b) => {
    expect(isDuplicateReport(a, b)).toBe(false);
    expect(isDuplicateReport(b, a)).toBe(false);
  });
});
