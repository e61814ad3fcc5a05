import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Rectangle,
  rectangles,
  type TimelineEntry,
} from '../../../src/reads/exports/timeline/rectangles.ts';
import type { CalendarDate, Decimal, Instant } from '../../../src/values/index.ts';
import { naiveRectangles } from '../../support/timeline/naive-rectangles.ts';

const day = (at: number) => `2023-01-${String(at).padStart(2, '0')}` as CalendarDate;
const instant = (at: number) => `2023-02-${String(at).padStart(2, '0')}T00:00:00.000Z` as Instant;

/** Entries of a group, whose days and instants fall together often. */
const entries: fc.Arbitrary<TimelineEntry[]> = fc.array(
  fc
    .record({
      account: fc.integer({ min: 1, max: 3 }),
      order: fc.integer({ min: 1, max: 8 }),
      place: fc.integer({ min: 1, max: 5 }),
      from: fc.integer({ min: 1, max: 12 }),
      known: fc.integer({ min: 1, max: 10 }),
      lasts: fc.option(fc.integer({ min: 0, max: 5 })),
      position: fc.integer({ min: 1, max: 6 }),
      amount: fc.constantFrom('0', '5', '7'),
      expires: fc.option(fc.integer({ min: 1, max: 14 })),
      isLast: fc.boolean(),
    })
    .map(
      (made): TimelineEntry => ({
        accountId: BigInt(made.account),
        accountingOrder: made.order,
        fromOn: day(made.from),
        knownAt: instant(made.known),
        knownTo: made.lasts === null ? null : instant(made.known + made.lasts),
        place: made.place,
        position: BigInt(made.position),
        amount: made.amount as Decimal,
        unit: 'SHARES',
        reconciliation: 'OPENING',
        difference: null,
        derived: false,
        expiresOn:
          made.expires === null
            ? null
            : made.expires === 14 && made.isLast
              ? ('9999-12-31' as CalendarDate)
              : day(made.expires),
      }),
    ),
  { maxLength: 14 },
);

/** What a rectangle says, in words that sort. */
function said({ entry, ...range }: Rectangle): string {
  const { accountId, position, amount } = entry;
  return [accountId, position, amount, ...Object.values(range)].join(' ');
}

test('§5 rectangles are those that come of working out every instant anew, however entries overlap', () => {
  fc.assert(
    fc.property(entries, (group) => {
      expect(rectangles(group).map(said).sort()).toEqual(naiveRectangles(group).map(said).sort());
    }),
    { numRuns: 3_000 },
  );
});

test('of a history known in order of days each instant looks at its end alone', () => {
  let compared = 0;
  const group = Array.from({ length: 2_000 }, (_, index): TimelineEntry => {
    const at = new Date(Date.UTC(2001, 0, 1 + index)).toISOString();
    return {
      accountId: 1n,
      accountingOrder: index,
      fromOn: at.slice(0, 10) as CalendarDate,
      knownAt: at as Instant,
      knownTo: null,
      place: index,
      position: BigInt(index),
      get amount() {
        compared += 1;
        return '5' as Decimal;
      },
      unit: 'SHARES',
      reconciliation: 'CONSISTENT',
      difference: null,
      derived: false,
      expiresOn: null,
    };
  });
  expect(rectangles(group)).toHaveLength(2 * group.length - 1);
  expect(compared).toBeLessThan(20 * group.length);
});
