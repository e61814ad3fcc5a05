import { describe, expect, it } from 'vitest';
import { Absentees } from '../../../src/server/follow/absentees.ts';
import { daysBefore, quartersFrom } from '../../../src/server/follow/days.ts';
import { Doorbell } from '../../../src/server/follow/doorbell.ts';
import { passingFault } from '../../../src/server/follow/faults.ts';
import { repeatedly } from '../../../src/server/follow/repeatedly.ts';
import {
  type AccessionNumber,
  Anomaly,
  type AnomalyCategory,
  type CalendarDate,
} from '../../../src/values/index.ts';

const FILING = {
  accessionNumber: '0009000901-24-000001' as AccessionNumber,
  form: '4' as const,
  filedOn: null,
  path: '/Archives/edgar/data/1/0009000901-24-000001.txt',
};
const LONG_MS = 3_600_000;

describe('filings that are not there yet', () => {
  it('are asked for after 5 s, then after twice as long, and given up once after two hours', () => {
    const absentees = new Absentees();
    absentees.add([FILING], 0);
    const asked: number[] = [];
    let givenUp = 0;
    for (let now = 0; now <= 12_000_000; now += 1_000) {
      const due = absentees.due(now);
      if (due.length > 0) asked.push(now / 1_000);
      givenUp += absentees.add(due, now).length;
      if (givenUp > 0) expect(absentees.isWaiting(FILING)).toBe(false);
    }
    expect(asked.slice(0, 8)).toEqual([5, 15, 35, 75, 155, 315, 615, 915]);
    expect(asked.at(-1)).toBeGreaterThanOrEqual(7_200);
    expect(asked.at(-1)).toBeLessThan(7_501);
    expect(givenUp).toBe(1);
    expect(absentees.has(FILING)).toBe(true);
  });
});

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
  ])('%s of the database passes, and is told in a sentence', (code, said) => {
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
        listener: { say: (line) => said.push(line) },
        everyMs: LONG_MS,
        sooner: new Doorbell(),
        revive: async () => {
          revivals += 1;
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
});
