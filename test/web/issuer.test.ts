import { describe, expect, it } from 'vitest';
import type { HeldOfIssuerFragment } from '../../web/src/graphql/index.ts';
import { bySecurity } from '../../web/src/issuer/by-security.ts';
import { endOfMonths, monthsBetweenNames, twoYearsUpTo } from '../../web/src/issuer/months.ts';

const common: HeldOfIssuerFragment = {
  amount: '1',
  unit: 'SHARES',
  ownership: 'DIRECT',
  nature: null,
  status: 'CURRENT',
  derived: false,
  reconciliation: 'OPENING',
  effectiveOn: '2030-01-02',
  security: {
    title: 'Common Stock',
    class: 'COMMON STOCK',
    table: 'NON_DERIVATIVE',
    conversionOrExercisePrice: null,
    expiresOn: null,
  },
};

describe('the months of an issuer', () => {
  it('are twenty-four up to a day, the day’s own month cut off at it', () => {
    expect(twoYearsUpTo('2024-06-30')).toEqual({ from: '2022-07-01', to: '2024-06-30' });
    expect(twoYearsUpTo('2024-02-29')).toEqual({ from: '2022-03-01', to: '2024-02-29' });
    expect(twoYearsUpTo('2024-12-01')).toEqual({ from: '2023-01-01', to: '2024-12-01' });
  });

  it('end where trades end, where the two years before the day have none', () => {
    expect(endOfMonths('2024-06-30', '2022-07-01')).toBe('2024-06-30');
    expect(endOfMonths('2024-06-30', '2022-02-03')).toBe('2022-02-28');
    expect(endOfMonths('2024-06-30', undefined)).toBe('2024-06-30');
  });

  it('are named as densely as there is room', () => {
    expect(monthsBetweenNames(24, 24 * 64)).toBe(1);
    expect(monthsBetweenNames(24, 800)).toBe(3);
    expect(monthsBetweenNames(24, 250)).toBe(12);
    expect(monthsBetweenNames(4_000, 250)).toBeGreaterThanOrEqual(1_000);
    expect(monthsBetweenNames(24, 0)).toBe(24);
  });
});

describe('what somebody holds of an issuer', () => {
  it('is put together by class, terms and unit, direct and indirect apart, and never added up', () => {
    const spouse = { ...common, ownership: 'INDIRECT', nature: 'By Spouse' } as const;
    const trust = { ...spouse, nature: 'By Trust', amount: '2' } as const;
    const option: HeldOfIssuerFragment = {
      ...common,
      security: { ...common.security, class: 'OPTION', conversionOrExercisePrice: '9.2' },
    };
    const respelt = { ...common, security: { ...common.security, title: 'Common Stock, $0.01' } };
    const underlying = { ...option, unit: 'UNDERLYING_SHARES' } as const;
    const held = bySecurity([common, spouse, option, underlying, trust, respelt]);
    expect(held.map(({ direct, indirect }) => [direct, indirect])).toEqual([
      [
        [common, respelt],
        [spouse, trust],
      ],
      [[option], []],
      [[underlying], []],
    ]);
    expect(new Set(held.map(({ key }) => key)).size).toBe(3);
  });
});
