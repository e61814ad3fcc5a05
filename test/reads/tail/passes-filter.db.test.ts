import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EventFilter, eventPages, resolveIdentities } from '../../../src/reads/index.ts';
import { passesFilter } from '../../../src/reads/tail/passes-filter.ts';
import { readTailed, type TailedEvent } from '../../../src/reads/tail/tailed-event.ts';
import type { Decimal } from '../../../src/values/index.ts';
import { inventedForm4 } from '../../schema/invented.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

/** A later filing with CIKs of the people and issuer that the seeds name without. */
const RESOLVING = inventedForm4({
  period: '2023-05-02',
  signedOn: '2023-05-02',
  issuer: { cik: '0009000951', name: 'ALLIED MOTION TECHNOLOGIES INC', ticker: 'AMOT' },
  owners: [{ cik: '0009000952', name: 'Maida Robert P' }],
  lines: [{ shares: '10', price: '12.5', after: '110795' }],
});

const some = <T>(values: readonly (T | null | undefined)[]) => {
  const present = [...new Set(values)].filter((value) => value != null) as T[];
  return fc.constantFrom(...present);
};
const list = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 3 });

/** Filters by what the events themselves say, so that many of them pass something. */
function filters(events: readonly TailedEvent[]): fc.Arbitrary<EventFilter> {
  const lines = events.map(({ line }) => line);
  const conditions = {
    types: list(some(events.map(({ type }) => type))),
    issuers: list(some(events.flatMap(({ issuers }) => issuers))),
    people: list(some(events.flatMap(({ people }) => people))),
    codes: list(some(lines.map((line) => line?.code))),
    acquiredDisposed: some(lines.map((line) => line?.acquiredDisposed)),
    ownership: some(lines.map((line) => line?.ownership)),
    table: some(lines.map((line) => line?.table)),
    effectiveFrom: some(lines.map((line) => line?.effectiveOn)),
    effectiveTo: some(lines.map((line) => line?.effectiveOn)),
    knownFrom: some(events.map(({ knownAt }) => knownAt)),
    knownTo: some(events.map(({ knownAt }) => knownAt)),
    minValue: fc.oneof(some(lines.map((line) => line?.value)), fc.constant('0.5' as Decimal)),
    includeSuperseded: fc.boolean(),
  };
  const names = Object.keys(conditions) as (keyof typeof conditions)[];
  return fc
    .record({ all: fc.record(conditions), kept: fc.subarray(names, { maxLength: 3 }) })
    .map(({ all, kept }) => Object.fromEntries(kept.map((name) => [name, all[name]])));
}

it('§4 a filter in a subscription means what it means in a query, provisional ids too', async () => {
  const { database, append } = await createTestLedger();
  const { pool } = database;
  await append(sampleDocuments());
  await append({ '0009000951-23-000001.xml': RESOLVING });
  const events = await readTailed(pool, 0n, 10_000);
  const lines = events.map(({ line }) => line);
  expect(new Set(events.map(({ type }) => type)).size).toBe(5);
  expect(lines.some((line) => line?.isSuperseded)).toBe(true);
  expect(events.some(({ issuers }) => issuers.length > 1)).toBe(true);
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(filters(events), async (filter) => {
      const { issuers, people } = filter;
      const today = {
        ...filter,
        ...(issuers && { issuers: await resolveIdentities(pool, issuers) }),
        ...(people && { people: await resolveIdentities(pool, people) }),
      };
      const [inSql] = await eventPages(pool, { of: 'ledger' }, today, { limit: 10_000 });
      const inMemory = events.filter((event) => passesFilter(filter, event));
      expect(inMemory.map(({ position }) => position)).toEqual(inSql);
      passed += inMemory.length;
    }),
    { numRuns: 300 },
  );
  expect(passed).toBeGreaterThan(300);
});
