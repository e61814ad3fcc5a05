import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coInsiders, connectionPath, countCoInsiders } from '../../../src/reads/index.ts';
import {
  type InventedRelationship,
  storeRelationships,
  viewpointOf,
} from '../../support/invented-relationships.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

let ledger: TestLedger;
const pool = () => ledger.database.pool;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
});

const PEOPLE = Array.from({ length: 14 }, (_, at) => 101 + at);
const ISSUERS = 16;
/** Mostly always; else from or until a day, and known from or until another. */
const bound = fc.oneof(
  { weight: 14, arbitrary: fc.constant(null) },
  fc.integer({ min: 1, max: 9 }),
);

/**
 * Who is an insider of what: people along a line, each of issuers next to them, so that paths get
 * long and there are several of one length. The ids do not follow the line.
 */
const graphs = fc
  .uniqueArray(
    fc.record({
      place: fc.integer({ min: 0, max: PEOPLE.length - 1 }),
      step: fc.integer({ min: 0, max: 2 }),
      on: fc.tuple(bound, bound),
      known: fc.tuple(bound, bound),
    }),
    { minLength: 30, maxLength: 42, selector: ({ place, step }) => `${place} ${step}` },
  )
  .map((all) =>
    all.map(({ place, step, on: [from, to], known: [known, knownTo] }): InventedRelationship => {
      return {
        person: 101 + ((place * 5) % PEOPLE.length),
        issuer: 1 + (((place + step) * 7) % ISSUERS),
        from: from ?? 0,
        to: to === null ? null : (from ?? 0) + to,
        known: known ?? 0,
        knownTo: knownTo === null ? null : (known ?? 0) + knownTo,
      };
    }),
  );

interface Question {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly known: number;
  readonly maxDegree: number;
}
const questions = fc.array(
  fc.record({
    from: fc.constantFrom(...PEOPLE),
    to: fc.constantFrom(...PEOPLE),
    asOf: fc.integer({ min: 0, max: 12 }),
    known: fc.integer({ min: 0, max: 12 }),
    maxDegree: fc.oneof(fc.constant(10), fc.integer({ min: 0, max: 6 })),
  }),
  { minLength: 12, maxLength: 12 },
);

const isWithin = (at: number, from: number, to: number | null) =>
  from <= at && (to === null || at < to);

/** Who is an insider of what at a viewpoint. */
function inForce(graph: readonly InventedRelationship[], asOf: number, known: number) {
  return graph.filter(
    (each) => isWithin(asOf, each.from, each.to) && isWithin(known, each.known, each.knownTo),
  );
}

/** The issuers that two people share, smallest first. */
function sharedBy(edges: readonly InventedRelationship[], one: number, other: number) {
  const of = (who: number) =>
    edges.filter(({ person }) => person === who).map(({ issuer }) => issuer);
  return of(one)
    .filter((issuer) => of(other).includes(issuer))
    .sort((a, b) => a - b);
}

/**
 * §7 to the letter: every path of each length in turn; the smallest of the first ones that arrive.
 */
function naivePath(graph: readonly InventedRelationship[], question: Question): string[] | null {
  const edges = inForce(graph, question.asOf, question.known);
  let paths = [[question.from]];
  for (let degree = 0; degree <= question.maxDegree; degree += 1) {
    const [smallest] = paths
      .filter((path) => path.at(-1) === question.to)
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));
    if (smallest !== undefined) {
      return smallest.slice(1).map((to, at) => {
        const from = smallest[at] ?? 0;
        return `${from} ${sharedBy(edges, from, to)[0]} ${to}`;
      });
    }
    const seen = new Set(paths.flat());
    paths = paths.flatMap((path) =>
      PEOPLE.filter(
        (next) => !seen.has(next) && sharedBy(edges, path.at(-1) ?? 0, next).length > 0,
      ).map((next) => [...path, next]),
    );
  }
  return null;
}

describe('§7 the shortest path of shared insiderships', () => {
  it('is the one that a naive search finds, of several the one with the smallest ids, at any viewpoint', async () => {
    const lengths = new Map<number | undefined, number>();
    await fc.assert(
      fc.asyncProperty(graphs, questions, async (graph, asked) => {
        await storeRelationships(pool(), graph, PEOPLE);
        for (const question of asked) {
          const { from, to, maxDegree, asOf, known } = question;
          const steps = await connectionPath(
            pool(),
            { from: BigInt(from), to: BigInt(to), maxDegree },
            viewpointOf(asOf, known),
          );
          const expected = naivePath(graph, question);
          expect(steps?.map((step) => `${step.from} ${step.issuer} ${step.to}`) ?? null).toEqual(
            expected,
          );
          lengths.set(expected?.length, (lengths.get(expected?.length) ?? 0) + 1);
        }
      }),
      { numRuns: 40 },
    );
    // Questions with one answer alone would prove nothing.
    for (const length of [undefined, 0, 1, 2, 3, 4]) expect([...lengths.keys()]).toContain(length);
  });

  it('is not searched further than so many people', async () => {
    const line = PEOPLE.slice(1).flatMap((person, at) => [
      { ...ALWAYS, person, issuer: at + 1 },
      { ...ALWAYS, person: person - 1, issuer: at + 1 },
    ]);
    await storeRelationships(pool(), line, PEOPLE);
    const ask = (maxPeople: number) =>
      connectionPath(pool(), { from: 101n, to: 109n, maxDegree: 8, maxPeople }, viewpointOf(1, 1));
    // The start is an end of the line, so the search goes from there: nine people and, once more,
    // the last.
    expect(await ask(10)).toHaveLength(8);
    await expect(ask(9)).rejects.toMatchObject({
      category: 'TooComplex',
      message: 'More than 9 people are within reach: ask for a smaller maxDegree.',
    });
  });

  it('is not found where the ledger does not know one of the two', async () => {
    await storeRelationships(pool(), [], PEOPLE);
    const ask = (from: bigint, to: bigint) =>
      connectionPath(pool(), { from, to, maxDegree: 6 }, viewpointOf(1, 1));
    await expect(ask(999n, 101n)).rejects.toMatchObject({ category: 'NotFound' });
    await expect(ask(101n, 999n)).rejects.toThrow('to: the ledger knows no such person.');
    await expect(ask(999n, 999n)).rejects.toMatchObject({ category: 'NotFound' });
    expect(await ask(101n, 101n)).toEqual([]);
    expect(await ask(101n, 102n)).toBeNull();
  });
});

const ALWAYS = { from: 0, to: null, known: 0, knownTo: null };

describe('§7 co-insiders', () => {
  it('are those who share an issuer at the viewpoint, most shared first, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        graphs,
        fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
        fc.integer({ min: 1, max: 4 }),
        async (graph, [asOf, known], limit) => {
          await storeRelationships(pool(), graph, PEOPLE);
          const people = PEOPLE.map(BigInt);
          const viewpoint = viewpointOf(asOf, known);
          const edges = inForce(graph, asOf, known);
          const expected = PEOPLE.map((one) =>
            PEOPLE.map((other) => ({ other, issuers: sharedBy(edges, one, other) }))
              .filter(({ other, issuers }) => other !== one && issuers.length > 0)
              .sort((a, b) => b.issuers.length - a.issuers.length || a.other - b.other)
              .map(({ other, issuers }) => `${other}: ${issuers.join()}`),
          );
          const all = await coInsiders(pool(), people, { ...viewpoint, page: { limit: 100 } });
          const shown = (rows: (typeof all)[number]) =>
            rows.map((row) => `${row.personId}: ${row.issuerIds.join()}`);
          expect(all.map(shown)).toEqual(expected);
          expect(await countCoInsiders(pool(), people, viewpoint)).toEqual(
            expected.map(({ length }) => length),
          );
          const [first = []] = await coInsiders(pool(), people, { ...viewpoint, page: { limit } });
          const after = first.at(-1);
          if (after === undefined) return;
          const [rest = []] = await coInsiders(pool(), people, {
            ...viewpoint,
            page: { limit: 100, after },
          });
          expect([...shown(first), ...shown(rest)]).toEqual(expected[0]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
