import fc from 'fast-check';
import type { HoldingRow } from '../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../src/values/index.ts';
import { MILLION } from './million-entries.ts';

/** Instants from before the first filing of the million entries to after the last. */
export const day = fc
  .oneof(fc.integer({ min: 0, max: 7_700 }), fc.constantFrom(-5_000, 20, 60, 8_000))
  .map((days) => new Date(Date.UTC(2004, 0, 1 + days)).toISOString());
/** Viewpoints from before the first filing of the million entries to after the last. */
export const viewpoints = fc.record({
  asOf: day.map((text) => text.slice(0, 10) as CalendarDate),
  knownAt: day as fc.Arbitrary<Instant>,
});
/** People of the million entries, and one who is not. */
export const person = fc.oneof(
  fc.bigInt({ min: MILLION.people.first, max: MILLION.people.last }),
  fc.constantFrom(MILLION.busyPerson, MILLION.tirelessPerson, 1n),
);
/** Issuers of the million entries, and one that no filing names. */
export const issuer = fc.oneof(
  fc.bigInt({ min: MILLION.issuers.first, max: MILLION.issuers.last }),
  fc.constantFrom(MILLION.largeIssuer, MILLION.tirelessIssuer, MILLION.absentIssuer),
);

/** Statuses to give. */
export const statuses = fc.subarray(['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const, {
  minLength: 1,
});

/** What tells holdings apart, their amounts and statuses included. */
export const keyOf = ({ personId, groupId, accountId, position, amount, status }: HoldingRow) =>
  [personId, groupId, accountId, position, amount, status].join(' ');
