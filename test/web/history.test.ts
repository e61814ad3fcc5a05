import { describe, expect, it } from 'vitest';
import { spread } from '../../web/src/history/marks.ts';
import { amountExtent, amountTick, dayExtent, dayTick } from '../../web/src/history/scales.ts';
import { lastDay, stepsOf } from '../../web/src/history/steps.ts';
import { destination } from '../../web/src/history/use-chosen-mark.ts';

describe('steps', () => {
  const balance = (from: string, amount: string) => ({ from, amount, derived: false });

  it('last until the next begins, the last of them until the end', () => {
    const balances = [balance('2023-01-01', '5'), balance('2023-06-01', '7')];
    expect(stepsOf(balances, '2024-01-01').map(({ to }) => to)).toEqual([
      '2023-06-01',
      '2024-01-01',
    ]);
  });

  it('that begin after the end are left out, and the one before them is cut off', () => {
    const balances = [balance('2023-01-01', '5'), balance('2023-06-01', '7')];
    expect(stepsOf(balances, '2023-03-01')).toEqual([{ balance: balances[0], to: '2023-03-01' }]);
    expect(stepsOf([], '2023-03-01')).toEqual([]);
  });

  it('of a derivative end on its expiration date', () => {
    expect(lastDay('2024-12-31', '2024-06-30')).toBe('2024-06-30');
    expect(lastDay('2024-12-31', '2030-01-01')).toBe('2024-12-31');
    expect(lastDay('2024-12-31', null)).toBe('2024-12-31');
  });
});

describe('an axis of amounts', () => {
  it('begins at zero where the amounts are far apart, and where there is but one', () => {
    expect(amountExtent(['100', '1000'])[0]).toBe(0);
    expect(amountExtent(['500'])[0]).toBe(0);
    expect(amountExtent(['-5', '10'])[0]).toBe(-5);
  });

  it('begins below the least where a step would not be seen from zero', () => {
    const [least, most] = amountExtent(['153000', '155500']);
    expect(least).toBeGreaterThan(150_000);
    expect(least).toBeLessThan(153_000);
    expect(most).toBeGreaterThan(155_500);
  });

  it('has a height where all is zero or nothing', () => {
    expect(amountExtent(['0'])).toEqual([0, 1]);
    expect(amountExtent([])).toEqual([0, 1]);
  });

  it('says thousands and millions short', () => {
    expect([0, 12_500, 2_465_000].map(amountTick)).toEqual(['0', '12.5K', '2.47M']);
  });
});

describe('an axis of days', () => {
  it('has a margin at both ends, of a single day too', () => {
    const [from, to] = dayExtent(['2023-06-01', '2023-06-01']);
    expect(from.toISOString().slice(0, 10)).toBe('2023-05-17');
    expect(to.toISOString().slice(0, 10)).toBe('2023-06-16');
  });

  it('says years, months or days, as its ticks are apart', () => {
    const ticks = (...days: string[]) => {
      const all = days.map((day) => new Date(day));
      return all.map((tick) => dayTick(tick, all));
    };
    expect(ticks('2022-01-01', '2023-01-01')).toEqual(['2022', '2023']);
    expect(ticks('2023-01-01', '2023-04-01')).toEqual(['2023-01', '2023-04']);
    expect(ticks('2023-01-01', '2023-01-08')).toEqual(['2023-01-01', '2023-01-08']);
  });
});

describe('marks', () => {
  it('that would lie on one another are moved apart, the others stay', () => {
    const spots = [
      { x: 50, y: 100 },
      { x: 50, y: 100 },
      { x: 90, y: 100 },
    ];
    expect(spread(spots, 17, 300)).toEqual([spots[0], { x: 50, y: 83 }, spots[2]]);
  });

  it('go to the side where there is no room above, and never on one another', () => {
    const placed = spread(
      Array.from({ length: 12 }, () => ({ x: 280, y: 20 })),
      17,
      300,
    );
    for (const [index, one] of placed.entries()) {
      expect(one.y).toBeGreaterThan(0);
      expect(one.x).toBeLessThanOrEqual(280);
      for (const other of placed.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(16);
      }
    }
  });

  it('are reached by arrow keys, Home and End, no further than the first and the last', () => {
    expect(destination('ArrowRight', 0, 3)).toBe(1);
    expect(destination('ArrowDown', 2, 3)).toBe(2);
    expect(destination('ArrowLeft', 0, 3)).toBe(0);
    expect(destination('Home', 2, 3)).toBe(0);
    expect(destination('End', 0, 3)).toBe(2);
    expect(destination('Tab', 0, 3)).toBeNull();
  });
});
