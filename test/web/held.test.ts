import { describe, expect, it } from 'vitest';
import type { HeldOfIssuerFragment } from '../../web/src/graphql/index.ts';
import type { NamedAccount } from '../../web/src/history/account.ts';
import { stacksOf } from '../../web/src/history/stack.ts';
import { held } from '../../web/src/issuer/held.ts';

function holding(
  amount: string,
  changed: Partial<Omit<HeldOfIssuerFragment, 'security'>> & {
    security?: Partial<HeldOfIssuerFragment['security']>;
  } = {},
): HeldOfIssuerFragment {
  return {
    amount,
    unit: 'SHARES',
    ownership: 'DIRECT',
    nature: null,
    status: 'CURRENT',
    derived: false,
    reconciliation: 'CONSISTENT',
    effectiveOn: '2024-01-02',
    ...changed,
    security: {
      title: 'Common Stock',
      class: 'COMMON STOCK',
      table: 'NON_DERIVATIVE',
      conversionOrExercisePrice: null,
      expiresOn: null,
      ...changed.security,
    },
  };
}

const option = { title: 'Stock Option (Right to Buy)', table: 'DERIVATIVE' } as const;

describe('an insider in one line', () => {
  it('sums accounts of one class, direct and indirect apart, and no two classes', () => {
    const of = held([
      holding('0.1'),
      holding('0.2'),
      holding('5', { ownership: 'INDIRECT' }),
      holding('90', { security: { title: 'Class B', class: 'CLASS B' } }),
    ]);
    expect(of.classes).toEqual([
      { title: 'Class B', direct: '90', indirect: '0' },
      { title: 'Common Stock', direct: '0.3', indirect: '5' },
    ]);
  });

  it('folds derivatives into how many, and their numbers', () => {
    expect(held([holding('1')]).derivatives).toBeNull();
    const options = [holding('1000', { security: option }), holding('500', { security: option })];
    expect(held(options).derivatives).toBe('2 option grants, 1,500');
    const warrant = holding('7', { security: { ...option, title: 'Warrant' } });
    expect(held([...options, warrant]).derivatives).toBe('3 derivatives, 1,507');
  });

  it('sums no dollars with shares', () => {
    expect(held([holding('1000', { unit: 'USD' })]).classes).toEqual([]);
  });
});

describe('accounts stacked over time', () => {
  const account = (key: string, ownership: 'DIRECT' | 'INDIRECT', balances: [string, string][]) =>
    ({
      key,
      name: key,
      account: {
        ownership,
        unit: 'SHARES',
        security: { title: 'Common Stock', class: 'COMMON STOCK', table: 'NON_DERIVATIVE' },
        balances: balances.map(([from, amount]) => ({ from, amount })),
        points: [],
      },
    }) as unknown as NamedAccount;

  it('lays what is held indirectly above what is held directly, from zero, to the last day', () => {
    const [stack, ...others] = stacksOf(
      [
        account('trust', 'INDIRECT', [['2024-02-01', '10']]),
        account('own', 'DIRECT', [
          ['2024-01-01', '100'],
          ['2024-03-01', '70'],
        ]),
      ],
      '2024-06-30',
    );
    expect(others).toEqual([]);
    expect(stack?.days).toEqual(['2024-01-01', '2024-02-01', '2024-03-01', '2024-06-30']);
    expect(stack?.bands.map(({ named, spans }) => [named.key, spans])).toEqual([
      [
        'own',
        [
          [0, 100],
          [0, 100],
          [0, 70],
          [0, 70],
        ],
      ],
      [
        'trust',
        [
          [100, 100],
          [100, 110],
          [70, 80],
          [70, 80],
        ],
      ],
    ]);
    expect(stack?.most).toBe(110);
  });
});
