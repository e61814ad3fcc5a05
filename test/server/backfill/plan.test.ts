import { describe, expect, it } from 'vitest';
import { filterText } from '../../../src/server/backfill/filter.ts';
import { type BackfillOptions, planBackfill } from '../../../src/server/backfill/index.ts';
import { BackfillRate } from '../../../src/server/cli/backfill-rate.ts';
import type { CalendarDate, Cik } from '../../../src/values/index.ts';

const plan = (options: BackfillOptions, today = '2024-11-20') =>
  planBackfill(options, today as CalendarDate);

describe('a plan of a backfill', () => {
  it('goes from the first data set to the last quarter that is over, where nothing is said', () => {
    const { source, quarters, filter } = plan({});
    expect(source).toBe('data-set');
    expect([quarters[0], quarters.at(-1), quarters.length]).toEqual(['2006q1', '2024q3', 75]);
    expect(filterText(filter)).toBe('');
    expect(plan({ source: 'archive' }).quarters[0]).toBe('2003q2');
    expect(plan({}, '2025-01-01').quarters.at(-1)).toBe('2024q4');
  });

  it('takes quarters in any case, and the current one from the archive', () => {
    const { quarters } = plan({ source: 'archive', from: '2024Q3', to: '2024-q4' });
    expect(quarters).toEqual(['2024q3', '2024q4']);
  });

  it('takes forms, issuers and owners in lists or one by one, each once', () => {
    const { filter } = plan({ form: ['4,3', '4'], issuer: ['9000901'], owner: ['2', '1,2'] });
    expect(filter).toEqual({
      forms: ['3', '4'],
      issuers: ['0009000901'],
      owners: ['0000000001', '0000000002'],
    });
    expect(filterText(filter)).toBe('form 3,4 issuer 0009000901 owner 0000000001,0000000002');
    const owners = ['0000000002', '0000000001'] as Cik[];
    expect(filterText({ ...filter, owners })).toBe(filterText(filter));
    expect(filterText({ forms: ['3', '4', '5'], issuers: [], owners: [] })).toBe('');
  });

  it.each([
    [{ from: '2024' }, /--from 2024 is no quarter: write it as 2024q3/],
    [{ to: '2024q5' }, /--to 2024q5 is no quarter/],
    [{ from: '2024q2', to: '2024q1' }, /--from 2024q2 is after --to 2024q1/],
    [{ from: '2005q4' }, /begin with 2006q1.*--source archive/],
    [{ source: 'archive', from: '1992q4' }, /begin with 1993q1/],
    [{ to: '2025q1' }, /2025q1 is in the future: the last quarter is 2024q3/],
    [{ from: '2025q1', to: '2025q1' }, /2025q1 is in the future/],
    [{ to: '2024q4' }, /2024q4 is not over.*--source archive/],
    [{ form: ['4/A'] }, /--form 4\/A is unknown.*Amendments are with their forms/],
    [{ form: ['13F'] }, /--form 13F is unknown/],
    [{ source: 'feed' }, /--source feed is unknown: it is data-set or archive/],
    [{ issuer: ['Quenby'] }, /--issuer Quenby is no CIK/],
    [{ owner: ['0'] }, /--owner 0 is no CIK/],
    [{ parallel: '11' }, /--parallel 11 is not from 1 to 10/],
    [{ parallel: 'x' }, /--parallel x/],
  ] satisfies [BackfillOptions, RegExp][])('refuses %o', (options, message) => {
    expect(() => plan(options)).toThrow(message);
  });
});

describe('the rate of a backfill', () => {
  const total = {
    filings: 0,
    events: 0,
    alreadyHeld: 0,
    rejected: 0,
    warned: 0,
    missing: 0,
    failed: 0,
    badLines: 0,
  };
  const now = { quarter: null, total, of: 4 };

  it('takes quarters to come to be like those that were', () => {
    const rate = new BackfillRate(1_000);
    const unknown = { ...now, quarters: 0, documents: 50, expected: null };
    expect(rate.of(unknown, 6_000)).toEqual({ perSecond: 10, secondsLeft: null });
    rate.of({ ...unknown, documents: 100 }, 11_000);
    const second = { ...unknown, quarters: 1, documents: 50 };
    expect(rate.of(second, 16_000)).toEqual({ perSecond: 10, secondsLeft: 25 });
    // Longer than the one before it: what is left of it is not less than nothing.
    expect(rate.of({ ...second, documents: 150 }, 26_000).secondsLeft).toBe(20);
  });

  it('goes by what is expected of a quarter, where that is known', () => {
    const rate = new BackfillRate(0);
    const first = { ...now, quarters: 0, documents: 20, expected: 60 };
    expect(rate.of(first, 2_000)).toEqual({ perSecond: 10, secondsLeft: 4 + 18 });
    expect(rate.of({ ...first, documents: 0 }, 0)).toEqual({ perSecond: 0, secondsLeft: null });
  });
});
