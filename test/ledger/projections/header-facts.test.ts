import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FactSpan,
  factSpans,
  isSaidAlready,
  type SaidFacts,
} from '../../../src/ledger/projections/header-facts.ts';
import type { Instant } from '../../../src/values/index.ts';

const instant = (day: number) => `2024-03-${String(10 + day)}T21:00:00.000Z` as Instant;

/** What some filings say, several of them at one moment, of which some say nothing. */
const said: fc.Arbitrary<SaidFacts[]> = fc
  .array(
    fc.record({
      issuer: fc.constantFrom(1n, 2n),
      knownAt: fc.integer({ min: 0, max: 7 }).map(instant),
      sic: fc.constantFrom('1000', '2000', null),
      state: fc.constantFrom('DE', null),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ issuer, knownAt, sic, state }, index) => ({
      filing: BigInt(100 + index),
      issuer,
      knownAt,
      orderKey: `0009000101-24-${String(999 - index)}`,
      facts: {
        sic,
        sicDescription: null,
        fiscalYearEnd: null,
        stateOfIncorporation: state,
        formerNames: [],
      },
    })),
  );

/** The facts of the latest filing known by an instant; undefined where none says any. */
function latest(all: readonly SaidFacts[], issuer: bigint, at: Instant) {
  const [last] = all
    .filter(({ facts }) => facts.sic !== null || facts.stateOfIncorporation !== null)
    .filter((one) => one.issuer === issuer && one.knownAt <= at)
    .sort((a, b) => (a.knownAt < b.knownAt ? 1 : a.knownAt > b.knownAt ? -1 : least(a, b)));
  return last && [last.facts.sic, last.facts.stateOfIncorporation];
}

function least({ facts: a }: SaidFacts, { facts: b }: SaidFacts): number {
  const text = (facts: SaidFacts['facts']) =>
    JSON.stringify([facts.sic, null, null, facts.stateOfIncorporation]);
  return text(a) < text(b) ? -1 : 1;
}

const holding = (spans: readonly FactSpan[], issuer: bigint, at: Instant) => {
  const held = spans.filter(
    (span) =>
      span.issuer_id === issuer &&
      span.known_from <= at &&
      (span.known_to === null || span.known_to > at),
  );
  expect(held.length).toBeLessThan(2);
  return held[0] && [held[0].sic, held[0].state_of_incorporation];
};

test('§2 what holds at an instant is what the latest filing known by then says', () => {
  fc.assert(
    fc.property(said, (all) => {
      const spans = factSpans(all);
      for (const issuer of [1n, 2n]) {
        for (let day = 0; day <= 8; day += 1) {
          const at = instant(day);
          expect(holding(spans, issuer, at)).toEqual(latest(all, issuer, at));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('spans do not depend on the order of filings, and change from one to the next', () => {
  fc.assert(
    fc.property(said, fc.integer(), (all, seed) => {
      const spans = factSpans(all);
      const others = [...all].sort(
        (a, b) => Number((a.filing * BigInt(seed)) % 7n) - Number((b.filing * BigInt(seed)) % 7n),
      );
      const sorted = (list: readonly FactSpan[]) =>
        [...list].sort((a, b) =>
          `${a.issuer_id} ${a.known_from}` < `${b.issuer_id} ${b.known_from}` ? -1 : 1,
        );
      expect(sorted(factSpans(others))).toEqual(sorted(spans));
      for (const span of spans) {
        const next = spans.find(
          (other) => other.issuer_id === span.issuer_id && other.known_from === span.known_to,
        );
        if (next === undefined) continue;
        expect([next.sic, next.state_of_incorporation]).not.toEqual([
          span.sic,
          span.state_of_incorporation,
        ]);
      }
    }),
    { numRuns: 300 },
  );
});

test('what is said already leaves spans as they are', () => {
  let already = 0;
  fc.assert(
    fc.property(said, said, (all, [more]) => {
      if (more === undefined) return;
      const own = factSpans(all);
      const one = { ...more, filing: 99n };
      if (
        !isSaidAlready(
          own.filter((span) => span.issuer_id === one.issuer),
          one,
        )
      )
        return;
      already += 1;
      expect(factSpans([...all, one])).toEqual(own);
    }),
    { numRuns: 600 },
  );
  expect(already).toBeGreaterThan(50);
});
