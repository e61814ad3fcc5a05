import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type CalendarDate,
  type Instant,
  newYorkDate,
  newYorkTime,
} from '../../src/values/index.ts';

function byTimeZoneDatabase(dateTime: Temporal.PlainDateTime): string {
  const zoned = dateTime.toZonedDateTime('America/New_York');
  return new Date(zoned.epochMilliseconds).toISOString();
}

function disagreements(dateTimes: Iterable<Temporal.PlainDateTime>): string[] {
  const found: string[] = [];
  for (const dateTime of dateTimes) {
    const [date, time] = dateTime.toString({ smallestUnit: 'second' }).split('T');
    if (newYorkTime(date as CalendarDate, time) !== byTimeZoneDatabase(dateTime)) {
      found.push(dateTime.toString());
    }
  }
  return found;
}

/** The instants whose date in New York is another than the time zone database has. */
function misdated(
  dateTimes: Iterable<Temporal.PlainDateTime>,
  around: readonly number[],
): string[] {
  const found: string[] = [];
  for (const dateTime of dateTimes) {
    const moment = dateTime.toZonedDateTime('America/New_York').toInstant();
    for (const minutes of around) {
      const instant = moment.add({ minutes });
      const { epochMilliseconds } = instant;
      const date = newYorkDate(new Date(epochMilliseconds).toISOString() as Instant);
      const expected = instant.toZonedDateTimeISO('America/New_York').toPlainDate().toString();
      if (date !== expected) found.push(instant.toString());
    }
  }
  return found;
}

function* noons(): Generator<Temporal.PlainDateTime> {
  for (let year = 1985; year <= 2039; year += 1) {
    for (let day = 0; day < 366; day += 1) {
      yield Temporal.PlainDateTime.from({ year, month: 1, day: 1, hour: 12 }).add({ days: day });
    }
  }
}

/**
 * Every half hour of the night, and the second before it, of the Sundays on which clocks can
 * change.
 */
function* sundays(): Generator<Temporal.PlainDateTime> {
  for (let year = 1985; year <= 2039; year += 1) {
    for (const month of [3, 4, 10, 11]) {
      const first = Temporal.PlainDate.from({ year, month, day: 1 });
      for (let day = first; day.month === month; day = day.add({ days: 1 })) {
        if (day.dayOfWeek !== 7) continue;
        for (let minute = 0; minute <= 240; minute += 30) {
          const on = day.toPlainDateTime().add({ minutes: minute });
          yield on;
          yield on.add({ seconds: -1 });
        }
      }
    }
  }
}

describe('New York time', () => {
  it('§3 is what the time zone database says, on every day of half a century', () => {
    expect(disagreements(noons())).toEqual([]);
  });

  it('§3 gives the date that the time zone database says, on every day and at every change', () => {
    expect(misdated(sundays(), [0])).toEqual([]);
    // Midnight, an hour before it and one after.
    expect(misdated(noons(), [659, 719, 720, 780])).toEqual([]);
  });

  it('§3 is what the time zone database says around every change of the clocks', () => {
    expect(disagreements(sundays())).toEqual([]);
  });
});
