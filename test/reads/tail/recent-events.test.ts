import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerEventType } from '../../../src/ledger/index.ts';
import { RecentEvents } from '../../../src/reads/tail/recent-events.ts';
import type { TailedEvent } from '../../../src/reads/tail/tailed-event.ts';
import type { Instant } from '../../../src/values/index.ts';

const event = (position: bigint, type: LedgerEventType): TailedEvent => ({
  position,
  type,
  knownAt: '2024-01-01T00:00:00.000Z' as Instant,
  issuers: [1n],
  people: [2n],
  line: null,
});
const type = fc.constantFrom<LedgerEventType>('FILING_RECEIVED', 'FILING_AMENDED');

test('recent events find what a search of all events would, and keep no more than they may', () => {
  fc.assert(
    fc.property(
      fc.record({
        start: fc.bigInt(0n, 50n),
        capacity: fc.nat(6),
        batches: fc.array(fc.array(type, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
        wanted: type,
      }),
      ({ start, capacity, batches, wanted }) => {
        const recent = new RecentEvents(start, capacity);
        const all: TailedEvent[] = [];
        for (const batch of batches) {
          const added = batch.map((each, index) => event(recent.end + BigInt(index) + 1n, each));
          recent.add(added);
          all.push(...added);
        }
        const end = start + BigInt(all.length);
        expect(recent.end).toBe(end);
        const reached = all.filter(({ position }) => recent.reaches(position - 1n));
        expect(reached.length).toBeLessThanOrEqual(capacity + 5);
        expect(reached.length).toBeGreaterThanOrEqual(Math.min(capacity, all.length));
        for (let after = start; after <= end + 2n; after += 1n) {
          if (!recent.reaches(after)) continue;
          const first = all.find((each) => each.position > after && each.type === wanted);
          expect(recent.find(after, { types: [wanted] })).toEqual(
            first === undefined
              ? { position: after > end ? after : end, passes: false }
              : { position: first.position, passes: true },
          );
        }
      },
    ),
  );
});
