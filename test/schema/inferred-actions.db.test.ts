import { describe, expect, it } from 'vitest';

import { asked, filed, granted } from './corporate-actions.ts';

/** Two filings of each owner, from one balance to another, without a word of a split. */
const moved = (...balances: readonly (readonly [string, string])[]) =>
  balances.flatMap(([from, to], owner) => [
    filed(owner * 2 + 1, owner, '2024-03-20', granted('10', from)),
    filed(
      owner * 2 + 2,
      owner,
      `2024-06-${String(3 + owner).padStart(2, '0')}`,
      granted('10', String(Number(to) + 10)),
    ),
  ]);

describe('§5 a split that balances alone show', () => {
  it.each([
    [
      '2 for 1',
      [
        ['3000', '6000'],
        ['4100', '8200'],
      ],
      'SPLIT 2 1',
    ],
    [
      '3 for 2',
      [
        ['3000', '4500'],
        ['4101', '6151'],
      ],
      'SPLIT 3 2',
    ],
    [
      '1 for 10',
      [
        ['30000', '3000'],
        ['41005', '4100'],
      ],
      'REVERSE_SPLIT 1 10',
    ],
    [
      '21 for 20, a stock dividend of 5 %',
      [
        ['3000', '3150'],
        ['4100', '4305'],
      ],
      'SPLIT 21 20',
    ],
    [
      '1 for 2, of three owners',
      [
        ['3000', '1500'],
        ['4100', '2050'],
        ['900', '450'],
      ],
      'REVERSE_SPLIT 1 2',
    ],
  ] as const)('%s', async (_, balances, expected) => {
    const { actions, corporateActions } = await asked(moved(...balances));
    expect(actions).toEqual([`${expected} 2024-06-03 worked out`]);
    expect(corporateActions[0]?.evidence).toHaveLength(balances.length);
  });

  it.each([
    ['one owner alone doubles', [['3000', '6000']]],
    [
      'two owners lose half, as vesting gives',
      [
        ['3000', '1500'],
        ['4100', '2050'],
      ],
    ],
    [
      'two of five double',
      [
        ['3000', '6000'],
        ['4100', '8200'],
        ['500', '500'],
        ['600', '600'],
        ['700', '700'],
      ],
    ],
    [
      'amounts are small',
      [
        ['30', '60'],
        ['41', '82'],
      ],
    ],
    [
      'the ratio is none that splits have',
      [
        ['3000', '5100'],
        ['4100', '6970'],
      ],
    ],
  ] as const)('is none where %s', async (_, balances) => {
    expect((await asked(moved(...balances))).actions).toEqual([]);
  });

  it('is none where one owner sells half, which runs', async () => {
    const sold = { code: 'S', shares: '500', price: '9', after: '500', acquired: false };
    const { actions } = await asked([
      filed(1, 0, '2024-03-20', granted('10', '1000')),
      filed(2, 0, '2024-06-05', sold),
    ]);
    expect(actions).toEqual([]);
  });
});
