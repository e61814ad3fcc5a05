import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarDate,
  firstDay,
  parseQuarter,
  type Quarter,
  quarterLater,
  quarterOf,
  quartersBetween,
} from '../../src/values/index.ts';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CalendarDate);

describe('a quarter', () => {
  it('is the one whose first day is the last first day up to a day in it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const quarter = quarterOf(day);
        expect(parseQuarter(quarter)).toBe(quarter);
        expect(firstDay(quarter) <= day).toBe(true);
        expect(day < firstDay(quarterLater(quarter, 1))).toBe(true);
      }),
    );
  });

  it('is as far from another as quarters lie between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -8, max: 40 }), (day, by) => {
        const from = quarterOf(day);
        const to = quarterLater(from, by);
        const between = quartersBetween(from, to);
        expect(between).toHaveLength(Math.max(0, by + 1));
        expect(between).toEqual([...between].sort());
        expect(quarterLater(to, -by)).toBe(from);
      }),
    );
  });

  it.each(['2024q0', '2024q5', '24q1', '2024', 'q1', '', '2024q11', '3024q1'])(
    'is not %j',
    (text) => {
      expect(parseQuarter(text)).toBeNull();
    },
  );

  it('may be written 2024Q3, 2024-q3 or with blanks around', () => {
    const expected = '2024q3' as Quarter;
    for (const text of ['2024Q3', '2024-Q3', ' 2024q3 ']) expect(parseQuarter(text)).toBe(expected);
  });
});
