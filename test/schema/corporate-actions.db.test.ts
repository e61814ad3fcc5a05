import { describe, expect, it } from 'vitest';

import {
  asked,
  filed,
  granted,
  HISTORY,
  ledgerOf,
  SUBJECTS,
  withheld,
} from './corporate-actions.ts';

const AT_1_FOR_50 =
  'As of June 14, 2024, the issuer effected a reverse stock split of its common stock at a ratio of 1-for-50.';
/** Two owners who report on both sides of a reverse split, and one who reports before it alone. */
const REVERSE_SPLIT = [
  filed(1, 0, '2024-03-20', granted('1000', '1000000')),
  filed(2, 1, '2024-03-20', granted('1000', '500000')),
  filed(3, 2, '2024-03-20', granted('1000', '2000000')),
  filed(4, 0, '2024-06-16', withheld('12', '19988', AT_1_FOR_50)),
  filed(5, 1, '2024-06-16', withheld('12', '9988', AT_1_FOR_50)),
];

describe('§5 a reverse split that a footnote states', () => {
  it('is an action with its evidence, known when the first filing that states it is', async () => {
    const { actions, corporateActions } = await asked(REVERSE_SPLIT);
    expect(actions).toEqual(['REVERSE_SPLIT 1 50 2024-06-14 certain']);
    expect(corporateActions[0]?.knownAt).toBe('2024-06-19T02:00:00.000Z');
    expect(corporateActions[0]?.evidence).toMatchObject([
      { text: AT_1_FOR_50, footnote: { id: 'F1', text: AT_1_FOR_50 } },
      { text: AT_1_FOR_50 },
      { text: '20000 shares where 1000000 stood: 1 for 50.', footnote: null },
      { text: '10000 shares where 500000 stood: 1 for 50.' },
    ]);
  });

  it('marks the earlier amount beside later ones, and no other', async () => {
    const { filed: holdings, ownership } = await asked(REVERSE_SPLIT);
    expect(holdings.nodes.map((one) => [one.amount, one.straddlesCorporateAction])).toEqual([
      ['19988', false],
      ['9988', false],
      ['2000000', true],
    ]);
    expect(ownership).toEqual([{ total: '2029976', straddlesCorporateAction: true }]);
  });

  it('is in ADJUSTED amounts alone, derived, on request', async () => {
    const { restated, adjusted, people, snapshot } = await asked(REVERSE_SPLIT);
    expect(restated.nodes).toEqual([
      { amount: '19988', straddlesCorporateAction: false, derived: false },
      { amount: '9988', straddlesCorporateAction: false, derived: false },
      { amount: '40000', straddlesCorporateAction: false, derived: true },
    ]);
    expect(adjusted).toEqual([
      { direct: '69976', indirect: '0', total: '69976', straddlesCorporateAction: false },
    ]);
    expect(people.flatMap(({ holdings }) => holdings.nodes.map(({ amount }) => amount))).toEqual([
      '19988',
      '9988',
      '40000',
    ]);
    expect(snapshot.holdings.nodes.map(({ amount }) => amount).sort()).toEqual([
      '19988',
      '40000',
      '9988',
    ]);
  });

  it('changes no answer of a day before it, nor of what was known before', async () => {
    const before = await asked(REVERSE_SPLIT, '2024-06-13');
    expect(before.adjusted[0]?.total).toBe('3500000');
    expect(before.ownership[0]?.straddlesCorporateAction).toBe(false);
    const unknown = await asked(REVERSE_SPLIT, '2024-12-31', '2024-06-17T00:00:00Z');
    expect(unknown.actions).toEqual([]);
    expect(unknown.adjusted[0]?.total).toBe('3500000');
    expect(unknown.ownership[0]?.straddlesCorporateAction).toBe(false);
  });

  it('is the same whichever filing comes first', async () => {
    const { actions, adjusted, corporateActions } = await asked([...REVERSE_SPLIT].reverse());
    expect(actions).toEqual(['REVERSE_SPLIT 1 50 2024-06-14 certain']);
    expect(adjusted[0]?.total).toBe('69976');
    expect(corporateActions[0]?.evidence.map(({ text }) => text.slice(0, 12))).toEqual([
      'As of June 1',
      'As of June 1',
      '20000 shares',
      '10000 shares',
    ]);
  });
});

const SPLIT_4_FOR_1 = 'Reflects a 4-for-1 forward stock split effected on May 10, 2024.';
const FORWARD_SPLIT = [
  filed(1, 0, '2024-03-05', { code: 'P', shares: '100', price: '400', after: '1000' }),
  filed(2, 0, '2024-06-05', {
    code: 'S',
    shares: '100',
    price: '101',
    after: '3900',
    acquired: false,
    note: SPLIT_4_FOR_1,
  }),
];

describe('§5 a split in a footnote of one owner', () => {
  it('is an action; the earlier amount stands as filed, and adjusted on request', async () => {
    const { actions, filed: now } = await asked(FORWARD_SPLIT);
    expect(actions).toEqual(['SPLIT 4 1 2024-05-10 certain']);
    expect(now.nodes).toMatchObject([{ amount: '3900', straddlesCorporateAction: false }]);
    const between = await asked(FORWARD_SPLIT, '2024-05-20');
    expect(between.filed.nodes).toMatchObject([{ amount: '1000', straddlesCorporateAction: true }]);
    expect(between.restated.nodes).toMatchObject([{ amount: '4000', derived: true }]);
  });

  it('restates a history to the day on which it is known', async () => {
    const client = await ledgerOf(FORWARD_SPLIT);
    const { people, issuers } = await client.ask(SUBJECTS);
    const subject = { person: people.nodes[0]?.id ?? '', issuer: issuers.nodes[0]?.id ?? '' };
    const history = async (basis: 'AS_FILED' | 'ADJUSTED') => {
      const { node } = await client.ask(HISTORY, { ...subject, basis });
      if (node == null || !('holdingHistory' in node)) throw new Error('A person is expected.');
      return node.holdingHistory[0];
    };
    expect(await history('AS_FILED')).toEqual({
      points: [
        { change: '100', amount: '1000', difference: null },
        { change: '-100', amount: '3900', difference: '3000' },
      ],
      balances: [
        { from: '2024-03-05', amount: '1000', derived: false },
        { from: '2024-06-05', amount: '3900', derived: false },
      ],
    });
    expect(await history('ADJUSTED')).toMatchObject({
      points: [
        { change: '400', amount: '4000' },
        { change: '-100', amount: '3900' },
      ],
      balances: [
        { amount: '4000', derived: true },
        { amount: '3900', derived: false },
      ],
    });
  });
});
