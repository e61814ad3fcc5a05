import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivityBucket, periodsWithin } from '../../../src/reads/queries/activity-periods.ts';
import type { CalendarDate } from '../../../src/values/index.ts';

const day = (offset: number) =>
  new Date(Date.UTC(2019, 0, 1 + offset)).toISOString().slice(0, 10) as CalendarDate;

/** What the calendar calls the period that a day is in. */
function nameOf(date: string, by: ActivityBucket): string {
  const time = new Date(`${date}T00:00:00Z`);
  const quarter = Math.ceil((time.getUTCMonth() + 1) / 3);
  const sinceMonday = (time.getUTCDay() + 6) % 7;
  const monday = new Date(time.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
  const names = {
    DAY: date,
    WEEK: monday,
    MONTH: date.slice(0, 7),
    QUARTER: `${date.slice(0, 4)} ${quarter}`,
    YEAR: date.slice(0, 4),
  };
  return names[by];
}

describe('§5 the periods of a time line', () => {
  it('are the runs of days that the calendar gives one name, clipped to what is asked for', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2_000 }),
        fc.nat({ max: 800 }),
        fc.constantFrom<ActivityBucket>('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'),
        (start, length, by) => {
          const days = Array.from({ length: length + 1 }, (_, index) => day(start + index));
          const runs: { from: string; to: string }[] = [];
          for (const [index, date] of days.entries()) {
            const before = days[index - 1];
            const run = runs.at(-1);
            if (
              run === undefined ||
              before === undefined ||
              nameOf(before, by) !== nameOf(date, by)
            ) {
              runs.push({ from: date, to: date });
            } else run.to = date;
          }
          expect(periodsWithin({ from: day(start), to: day(start + length) }, by)).toEqual(runs);
        },
      ),
    );
  });

  it('end with the year 9999', () => {
    const period = { from: '9999-12-30' as CalendarDate, to: '9999-12-31' as CalendarDate };
    expect(periodsWithin(period, 'YEAR')).toEqual([period]);
    expect(periodsWithin(period, 'DAY')).toHaveLength(2);
  });
});
