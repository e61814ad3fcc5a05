import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../web/src/graph/layout.ts';
import { neighbourhoodOf } from '../../web/src/graph/neighbourhood.ts';
import type { NeighboursQuery } from '../../web/src/graphql/index.ts';

type Found = NonNullable<NeighboursQuery['nodes'][number]>;

const tie = {
  from: '2030-01-01',
  roles: ['DIRECTOR'],
  officerTitle: null,
  otherText: null,
} as const;

function issuer(name: string, people: readonly string[], hasNextPage = false): Found {
  return {
    __typename: 'Issuer',
    id: name,
    name,
    ticker: null,
    cik: null,
    insiders: {
      nodes: people.map((id) => ({
        ...tie,
        roles: [...tie.roles],
        person: { id, name: id, kind: 'INDIVIDUAL', cik: null },
      })),
      pageInfo: { hasNextPage },
    },
  };
}

function person(name: string, issuers: readonly string[]): Found {
  return {
    __typename: 'Person',
    id: name,
    name,
    kind: 'ENTITY',
    cik: null,
    relationships: {
      nodes: issuers.map((id) => ({
        ...tie,
        roles: [...tie.roles],
        issuer: { id, name: id, ticker: null, cik: null },
      })),
      pageInfo: { hasNextPage: false },
    },
  };
}

const idsOf = (nodes: readonly Found[], most = 12) =>
  neighbourhoodOf([...nodes], most)?.entities.map(({ id }) => id);

describe('a neighbourhood', () => {
  it('has who is in the middle first, and each tie once though both its ends have it', () => {
    const found = neighbourhoodOf([issuer('Ixen', ['Ada', 'Bo']), person('Ada', ['Ixen'])], 12);
    expect(found?.entities.map(({ id }) => id)).toEqual(['Ixen', 'Ada', 'Bo']);
    expect(found?.ties.map(({ key }) => key)).toEqual(['Ada Ixen', 'Bo Ixen']);
    expect([...(found?.opened ?? [])]).toEqual(['Ixen', 'Ada']);
  });

  it('leaves out what was opened but nothing leads to', () => {
    const far = issuer('Yorl', ['Cem']);
    expect(idsOf([issuer('Ixen', ['Ada']), far])).toEqual(['Ixen', 'Ada']);
    expect(idsOf([issuer('Ixen', ['Ada']), far, person('Ada', ['Ixen', 'Yorl'])])).toEqual([
      'Ixen',
      'Ada',
      'Yorl',
      'Cem',
    ]);
  });

  it('says of whom neighbours are left out, and how many', () => {
    const found = neighbourhoodOf([issuer('Ixen', ['Ada', 'Bo', 'Cem'], true)], 2);
    expect(found?.entities.map(({ id }) => id)).toEqual(['Ixen', 'Ada', 'Bo']);
    expect(found?.cutOff.map(({ of, hidden, orMore }) => [of.id, hidden, orMore])).toEqual([
      ['Ixen', 1, true],
    ]);
  });

  it('shows a tie between two that are shown even where it is beyond the bound', () => {
    const found = neighbourhoodOf(
      [issuer('Ixen', ['Ada', 'Bo']), person('Ada', ['Yorl', 'Ixen']), issuer('Yorl', ['Bo'])],
      1,
    );
    expect(found?.ties.map(({ key }) => key).sort()).toEqual([
      'Ada Ixen',
      'Ada Yorl',
      'Bo Ixen',
      'Bo Yorl',
    ]);
    expect(found?.cutOff).toEqual([]);
  });

  it('is none around what is neither a person nor an issuer', () => {
    expect(neighbourhoodOf([null], 12)).toBeNull();
    expect(neighbourhoodOf([{ __typename: 'Filing', id: 'F' }], 12)).toBeNull();
  });
});

const graphs = fc
  .record({
    people: fc.integer({ min: 1, max: 40 }),
    issuers: fc.integer({ min: 1, max: 20 }),
    pairs: fc.array(fc.tuple(fc.nat(39), fc.nat(19)), { maxLength: 80 }),
  })
  .map(({ people, issuers, pairs }) => ({
    ids: [
      ...Array.from({ length: issuers }, (_, at) => `issuer ${at}`),
      ...Array.from({ length: people }, (_, at) => `person ${at}`),
    ],
    ties: pairs.map(([one, other]) => ({
      person: `person ${one % people}`,
      issuer: `issuer ${other % issuers}`,
    })),
  }));

const WIDE = { node: 200, between: 64, isNarrow: false };
const NARROW = { ...WIDE, isNarrow: true };

/** Nodes of different heights, as names are of different lengths. */
const boxesOf = (ids: readonly string[]) =>
  ids.map((id, at) => ({ id, height: 40 + (at % 4) * 15 }));

/** The straight parts and the corners of a way's curves: what it may touch lies within them. */
function boundsOf(route: string) {
  const numbers = route.match(/-?[\d.]+,-?[\d.]+/g) ?? [];
  const points = numbers.map((pair) => pair.split(',').map(Number) as [number, number]);
  const commands = [...route.matchAll(/[LC]/g)].map(([command]) => command);
  let at = 0;
  return commands.map((command) => {
    const part = points.slice(at, at + (command === 'C' ? 4 : 2));
    at += command === 'C' ? 3 : 1;
    const [xs, ys] = [part.map(([x]) => x), part.map(([, y]) => y)];
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  });
}

describe('the layout of a graph', () => {
  it('is the same for the same graph', () => {
    fc.assert(
      fc.property(graphs, ({ ids, ties }) => {
        expect(layout(boxesOf(ids), ties, WIDE)).toEqual(layout(boxesOf(ids), ties, WIDE));
      }),
      { numRuns: 10 },
    );
  });

  it('has no two nodes that overlap, and no tie behind a node that is none of its ends', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom(WIDE, NARROW), ({ ids, ties: given }, room) => {
        const ties = [
          ...new Map(given.map((tie) => [`${tie.person} ${tie.issuer}`, tie])).values(),
        ];
        const boxes = boxesOf(ids);
        const { places, routes } = layout(boxes, ties, room);
        const sides = boxes.map(({ id, height }) => {
          const { x, y } = places.get(id) ?? { x: Number.NaN, y: Number.NaN };
          return {
            id,
            left: x - room.node / 2,
            right: x + room.node / 2,
            top: y - height / 2,
            bottom: y + height / 2,
          };
        });
        type Sides = Omit<(typeof sides)[number], 'id'>;
        // A pixel of two that touch is no overlap.
        const meet = (one: Sides, other: Sides) =>
          one.left + 1 < other.right &&
          other.left + 1 < one.right &&
          one.top < other.bottom - 1 &&
          other.top < one.bottom - 1;
        sides.forEach((one, at) => {
          for (const other of sides.slice(at + 1)) expect(meet(one, other)).toBe(false);
        });
        expect(routes).toHaveLength(ties.length);
        ties.forEach(({ person, issuer }, at) => {
          const foreign = sides.filter(({ id }) => id !== person && id !== issuer);
          for (const part of boundsOf(routes[at] ?? '')) {
            expect(foreign.filter((node) => meet(part, node))).toEqual([]);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('has what hangs on the first on both sides of it, on a narrow screen on one', () => {
    const people = Array.from({ length: 12 }, (_, at) => `person ${at}`);
    const ties = people.map((person) => ({ person, issuer: 'hub' }));
    const across = (room: typeof WIDE) => {
      const { places } = layout(boxesOf(['hub', ...people]), ties, room);
      return people.map((id) => Math.sign((places.get(id)?.x ?? 0) - (places.get('hub')?.x ?? 0)));
    };
    expect(across(WIDE)).toEqual([1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1]);
    expect(new Set(across(NARROW))).toEqual(new Set([1]));
  });

  it('keeps the order of those who hang on one', () => {
    const people = Array.from({ length: 7 }, (_, at) => `person ${at}`);
    const ties = people.map((person) => ({ person, issuer: 'hub' }));
    const { places } = layout(boxesOf(['hub', ...people]), ties, NARROW);
    const down = people.map((id) => places.get(id)?.y ?? 0);
    expect(down).toEqual(down.toSorted((a, b) => a - b));
  });

  it('has a place for everybody where six issuers of fifty people hang on one person', () => {
    const issuers = Array.from({ length: 6 }, (_, at) => `issuer ${at}`);
    const people = Array.from({ length: 300 }, (_, at) => `person ${at}`);
    const { places, height } = layout(
      boxesOf(['hub', ...issuers, ...people]),
      [
        ...issuers.map((issuer) => ({ person: 'hub', issuer })),
        ...people.map((person, at) => ({ person, issuer: `issuer ${at % 6}` })),
      ],
      WIDE,
    );
    expect(places.size).toBe(307);
    // Half of them on each side, beneath one another.
    expect(height).toBeLessThan(160 * 90);
  });
});
