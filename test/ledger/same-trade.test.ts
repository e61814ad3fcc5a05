import { describe, expect, it } from 'vitest';
import { namedHolder } from '../../src/ledger/decisions/named-holder.ts';
import { isSameTrade, type Telling } from '../../src/ledger/decisions/same-trade.ts';

const FUND = { owners: [1n], ownerNames: ['Orrery Growth Fund II, L.P.'], isTenPercentOwner: true };
const MANAGER = { owners: [2n], ownerNames: ['Quillon Petra A'], isTenPercentOwner: true };
const DIRECTOR = { owners: [3n], ownerNames: ['Brackwater Odo'], isTenPercentOwner: false };
const TENTH = {
  owners: Array.from({ length: 10 }, (_, index) => BigInt(100 + index)),
  ownerNames: ['Orrery Partners Ten'],
};

function telling(of: Partial<Telling>): Telling {
  return {
    position: 1n,
    code: 'P',
    ownership: 'DIRECT',
    nature: null,
    notes: '',
    owners: [9n],
    ownerNames: ['Nobody Nora'],
    isTenPercentOwner: false,
    isOffice: false,
    isHeldOn: false,
    ...of,
  };
}
const indirect = (nature: string, of: Partial<Telling> = {}) =>
  telling({ ownership: 'INDIRECT', nature, ...of });

describe('§5 lines that agree in every cell tell of one trade', () => {
  it.each<[string, Telling, Telling]>([
    [
      'where neither is a director or officer and both held as much before and after',
      telling({ isHeldOn: true }),
      telling({ isHeldOn: true, owners: [8n] }),
    ],
    [
      'where one owner’s nature names the other as the holder',
      telling(FUND),
      indirect('By Orrery Growth Fund II LP', DIRECTOR),
    ],
    [
      'where a footnote names the other, family name first or last',
      indirect('See footnote', { ...FUND, notes: 'Held by Petra Quillon, his spouse.', code: 'A' }),
      telling({ ...MANAGER, isTenPercentOwner: false, code: 'A' }),
    ],
    [
      'where both name the same holder',
      indirect('By Smallhythe Investments, LLC', DIRECTOR),
      indirect('Held by Smallhythe Investments LLC', MANAGER),
    ],
    [
      'where both report as owners of more than ten per cent and one holds through another',
      telling(FUND),
      indirect('See footnote', MANAGER),
    ],
    [
      'where both do and neither names a holder, whatever the code',
      indirect('See footnotes', { ...FUND, code: 'D' }),
      indirect('See Remarks', { ...MANAGER, code: 'D' }),
    ],
    [
      'where a filing has as many owners as it can, and both report more than ten per cent',
      telling({ ...TENTH, isTenPercentOwner: true }),
      telling({ ...MANAGER }),
    ],
    [
      'where an entity and its manager both mark what it holds as direct',
      telling(FUND),
      telling(MANAGER),
    ],
  ])('%s', (_, a, b) => {
    expect(isSameTrade(a, b)).toBe(true);
    expect(isSameTrade(b, a)).toBe(true);
  });

  it.each<[string, Telling, Telling]>([
    ['two directors’ equal grants', telling({ ...DIRECTOR, code: 'A' }), telling({ code: 'A' })],
    ['two people’s equal purchases', telling(DIRECTOR), telling({})],
    [
      'two officers’ equal sales out of equal balances',
      telling({ isOffice: true, isHeldOn: true }),
      telling({ isOffice: true, isHeldOn: true, owners: [8n] }),
    ],
    [
      'equal grants of two people who both own more than ten per cent',
      telling({ ...MANAGER, code: 'A' }),
      telling({ isTenPercentOwner: true, code: 'A' }),
    ],
    [
      'a grant to a director, and an equal one to somebody’s spouse',
      telling({ ...DIRECTOR, code: 'A' }),
      indirect('By Spouse', { code: 'A' }),
    ],
    [
      'a fund’s director fee and an equal one of another owner of more than ten per cent',
      telling({ ...MANAGER, code: 'A' }),
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
      telling({ ...DIRECTOR, code: 'J', notes: 'To Nora Nobody and others.' }),
      telling({ code: 'J' }),
    ],
    ['lines with an owner in common', telling(FUND), indirect('By Orrery Growth Fund II', FUND)],
  ])('but not %s', (_, a, b) => {
    expect(isSameTrade(a, b)).toBe(false);
    expect(isSameTrade(b, a)).toBe(false);
  });
});

describe('§5 the holder that a nature names', () => {
  it.each([
    ['By Orrery Fund II, LP', 'ORRERY II'],
    ['By spouse as trustee for Odo B. Trust 2011', 'ODO 2011'],
    ['By Spouse', ''],
    ['See footnote (3)', ''],
    ['Through 401(k) Plan', ''],
    [null, ''],
  ])('%s: %s', (nature, holder) => {
    expect(namedHolder(nature)).toBe(holder);
  });
});
