import { describe, expect, it } from 'vitest';
import { Away } from '../../../src/server/follow/away.ts';
import { businessDaysBefore, isBusinessDay } from '../../../src/server/follow/business-days.ts';
import { daysBefore, quartersFrom } from '../../../src/server/follow/days.ts';
import { Doorbell } from '../../../src/server/follow/doorbell.ts';
import { passingFault } from '../../../src/server/follow/faults.ts';
import { repeatedly } from '../../../src/server/follow/repeatedly.ts';
import { Anomaly, type AnomalyCategory, type CalendarDate } from '../../../src/values/index.ts';

const LONG_MS = 3_600_000;

describe('a doorbell', () => {
  const never = new AbortController().signal;

  it('wakes who waits, and the next who will where nobody does', async () => {
    const bell = new Doorbell();
    const waiting = bell.wait(LONG_MS, never);
    bell.ring();
    await waiting;
    bell.ring();
    await bell.wait(LONG_MS, never);
    // Once: then it is silent again.
    await bell.wait(1, never);
  });

  it('lets go when the signal aborts, also before', async () => {
    const closing = new AbortController();
    const waiting = new Doorbell().wait(LONG_MS, closing.signal);
    closing.abort();
    await waiting;
    await new Doorbell().wait(LONG_MS, closing.signal);
  });
});

describe('faults', () => {
  const withCode = (code: string) => Object.assign(new Error('it said so'), { code });

  it.each([
    ['57P01', 'The database is gone (it said so).'],
    ['25006', /^The database is read-only: .*, until it can be written to/],
    ['53100', 'The disk is full (it said so), until there is room on it.'],
    ['ECONNREFUSED', 'The database is gone (it said so).'],
  ])('%s of the database passes, and is reported in a sentence', (code, said) => {
    expect(passingFault(withCode(code))).toEqual({
      of: 'database',
      said: typeof said === 'string' ? said : expect.stringMatching(said),
    });
  });

  it('of EDGAR pass where EDGAR is away, and no others', () => {
    const passing = (category: AnomalyCategory) =>
      passingFault(new Anomaly(category, 'away')) !== null;
    expect(passing('Unavailable')).toBe(true);
    expect(passing('Conflict')).toBe(false);
    expect(passing('Incorrect')).toBe(false);
    expect(passingFault(new TypeError('a bug'))).toBeNull();
  });

  it('are said once while they last, the database is started again, and it goes on', async () => {
    const said: string[] = [];
    const closing = new AbortController();
    let works = 0;
    let revivals = 0;
    const failures: unknown[] = [withCode('57P01'), withCode('57P01'), null];
    await repeatedly(
      async () => {
        const failure = failures[works];
        works += 1;
        if (failure !== null) throw failure;
        closing.abort();
      },
      {
        once: false,
        signal: closing.signal,
        name: 'work',
        away: new Away({ say: (line) => said.push(line) }),
        failed: async () => undefined,
        everyMs: LONG_MS,
        sooner: new Doorbell(),
        revive: async () => {
          revivals += 1;
          return true;
        },
      },
    );
    expect(said).toEqual([
      'The database is gone (it said so). It is tried again until it works.',
      'Going on.',
    ]);
    expect([works, revivals]).toEqual([3, 2]);
  });
});

describe('what several loops meet', () => {
  const lost = { said: 'The database is gone.', of: 'database' } as const;
  const failing = (count: number) =>
    ({ said: `EDGAR failed ${count} times in a row.`, of: 'EDGAR' }) as const;

  it('is said once, and that it goes on when all of them do', () => {
    const said: string[] = [];
    const away = new Away({ say: (line) => said.push(line) });
    away.met('one', lost);
    away.met('other', lost);
    away.met('one', lost);
    away.works('one');
    expect(said).toHaveLength(1);
    away.works('other');
    away.met('one', failing(10));
    away.met('other', failing(11));
    away.met('third', { said: 'EDGAR says that it has no feed of Form 5.', of: 'EDGAR' });
    expect(said.slice(1)).toEqual([
      'Going on.',
      'EDGAR failed 10 times in a row. It is tried again until it works.',
      'EDGAR says that it has no feed of Form 5. It is tried again until it works.',
    ]);
  });
});

describe('days', () => {
  const day = (text: string) => text as CalendarDate;

  it('before others and quarters between them are those of the calendar', () => {
    expect(daysBefore(day('2024-03-01'), 1)).toBe('2024-02-29');
    expect(quartersFrom(day('2023-11-30'), day('2024-04-01'))).toEqual([
      '2023-10-01',
      '2024-01-01',
      '2024-04-01',
    ]);
    expect(quartersFrom(day('2024-05-31'), day('2024-05-31'))).toEqual(['2024-04-01']);
  });

  it.each([
    ['2024-05-06', true],
    ['2024-05-04', false],
    ['2024-05-05', false],
    ['2024-01-01', false],
    ['2024-01-15', false],
    ['2024-02-19', false],
    ['2024-05-27', false],
    ['2024-05-20', true],
    ['2022-05-30', false],
    ['2020-06-19', true],
    ['2024-06-19', false],
    ['2024-07-04', false],
    ['2026-07-03', false],
    ['2024-09-02', false],
    ['2024-10-14', false],
    ['2024-11-11', false],
    ['2024-11-28', false],
    ['2024-11-29', true],
    ['2022-12-26', false],
    ['2021-12-24', false],
    ['2021-12-31', false],
    ['2023-01-02', false],
  ])('of EDGAR: %s is one of business: %s', (text, is) => {
    expect(isBusinessDay(day(text))).toBe(is);
  });

  it('of business before others leave weekends and holidays out', () => {
    expect(businessDaysBefore(day('2024-05-06'), 1)).toBe('2024-05-03');
    expect(businessDaysBefore(day('2024-05-28'), 1)).toBe('2024-05-24');
    expect(businessDaysBefore(day('2024-05-31'), 5)).toBe('2024-05-23');
    expect(businessDaysBefore(day('2024-05-05'), 1)).toBe('2024-05-03');
  });
});
