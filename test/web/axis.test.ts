import { describe, expect, it } from 'vitest';
import { placeOn, wholeAxis } from '../../web/src/person/place-periods.ts';
import { axisStart } from '../../web/src/times/axis-start.ts';
import { endOfDay } from '../../web/src/times/days.ts';
import { daysOf, neighbourOf, yearsBetween } from '../../web/src/times/marks.ts';

describe('the axis of time', () => {
  it('begins a little before the first day that a filing is about', () => {
    const filing = { form: 'FORM_4', day: '2023-03-08', periodOfReport: '2023-03-06' };
    expect(axisStart([filing], '2026-11-21')).toBe('2023-01-20');
    expect(axisStart([{ ...filing, periodOfReport: null }], '2026-11-21')).toBe('2023-01-22');
    expect(axisStart([{ ...filing, form: 'FORM_5' }], '2026-11-21')).toBe('2022-01-19');
    expect(axisStart([], '2026-11-21')).toBe('2025-10-06');
  });

  it('has as many years written on it as there is room for', () => {
    expect(yearsBetween('2023-01-20', '2026-11-21')).toEqual([2024, 2025, 2026]);
    expect(yearsBetween('2023-12-31', '2024-01-01')).toEqual([2024]);
    expect(yearsBetween('2024-01-02', '2024-11-21')).toEqual([]);
    expect(yearsBetween('2003-05-01', '2026-11-21')).toEqual([2005, 2010, 2015, 2020, 2025]);
  });

  it('leads from filing to filing, by the day each is about or became known', () => {
    const marks = [
      { key: 'a', label: 'Form 5', day: '2017-02-14', effectiveOn: '2016-12-31' },
      { key: 'b', label: 'Form 4', day: '2017-01-05', effectiveOn: '2017-01-03' },
      { key: 'c', label: 'Form 4', day: '2017-01-05', effectiveOn: null },
    ];
    expect(daysOf(marks, 'as-of')).toEqual(['2016-12-31', '2017-01-03', '2017-01-05']);
    expect(daysOf(marks, 'known-at')).toEqual(['2017-01-05', '2017-02-14']);
    const days = daysOf(marks, 'known-at');
    expect(neighbourOf(days, '2017-01-05', 'after')).toBe('2017-02-14');
    expect(neighbourOf(days, '2017-02-14', 'after')).toBe(null);
    expect(neighbourOf(days, '2017-02-14', 'before')).toBe('2017-01-05');
    expect(neighbourOf(days, '2017-01-05', 'before')).toBe(null);
  });

  it('ends a day when it ends in New York, in winter and in summer', () => {
    expect(endOfDay('2023-01-31')).toBe('2023-02-01T04:59:59.999Z');
    expect(endOfDay('2023-07-31')).toBe('2023-08-01T03:59:59.999Z');
  });

  it('has a period stand where its days are, to the end where it lasts', () => {
    const periods = [
      { from: '2020-01-01', to: '2020-01-11' },
      { from: '2020-01-06', to: null },
    ];
    const axis = wholeAxis(periods, '2020-01-21');
    expect(periods.map((period) => placeOn(axis, period))).toEqual([
      { x: '0%', width: '50%' },
      { x: '25%', width: '75%' },
    ]);
  });
});
