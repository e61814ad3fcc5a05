import { describe, expect, it } from 'vitest';
import { addressOf, presetSides, sidesOf, variablesOf } from '../../web/src/compare/sides.ts';
import { bySize, type Change, differs } from '../../web/src/compare/subject.ts';

const now = { asOf: '2024-06-30', knownOn: null };

describe('the two times that are compared', () => {
  it.each([
    ['year', '2023-03-02', '2024-06-30', null, null],
    ['week', '2024-06-30', '2024-06-30', '2024-02-23', null],
    ['filing', '2024-03-01', '2024-03-01', '2024-02-29', '2024-03-01'],
    ['corrections', '2024-03-01', '2024-03-01', '2024-03-01', null],
  ] as const)('%s: from %s to %s', (preset, from, to, fromKnown, toKnown) => {
    expect(presetSides(preset, now, '2024-03-01')).toEqual({
      before: { asOf: from, knownOn: fromKnown },
      after: { asOf: to, knownOn: toKnown },
    });
  });

  it('are those of the address, and of a preset where it says none before', () => {
    const said = { asOf: '2024-01-02', fromKnownAt: '2023-12-01' };
    const sides = sidesOf(said, 'year', '2024-03-01');
    expect(sides.before).toEqual({ asOf: '2024-01-02', knownOn: '2023-12-01' });
    expect(sidesOf(addressOf(sides), 'year', '2024-03-01')).toEqual(sides);
    const usual = sidesOf({ asOf: '2024-06-30' }, 'year', '2024-03-01');
    expect(usual).toEqual(presetSides('year', now, '2024-03-01'));
  });

  it('are asked as the ends of days in New York', () => {
    const sides = presetSides('filing', now, '2024-03-01');
    expect(variablesOf(sides)).toEqual({
      asOf: '2024-03-01',
      knownAt: '2024-03-02T04:59:59.999Z',
      sinceAsOf: '2024-03-01',
      since: '2024-03-01T04:59:59.999Z',
    });
  });
});

describe('what differs', () => {
  const held = (amount: string, status = 'CURRENT') => ({ amount, unit: 'SHARES', status });
  const change = (before: object | null, after: object | null) => ({ before, after }) as Change;

  it('is another amount, and not the same one reported once more or left out', () => {
    expect(differs(change(held('5'), held('5', 'CARRIED')))).toBe(false);
    expect(differs(change(held('5'), held('6')))).toBe(true);
    expect(differs(change(null, held('6')))).toBe(true);
    expect(differs(change(held('5'), null))).toBe(true);
  });

  it('has the largest difference first', () => {
    const [small, large, gone] = [
      change(held('5'), held('6')),
      change(held('5'), held('500')),
      change(held('50'), null),
    ] as const;
    expect(bySize([small, large, gone])).toEqual([large, gone, small]);
  });
});
