import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, NODE } from '../../web/src/graph/layout.ts';
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

describe('the layout of a graph', () => {
  it('is the same for the same graph', () => {
    fc.assert(
      fc.property(graphs, ({ ids, ties }) => {
        expect([...layout(ids, ties)]).toEqual([...layout(ids, ties)]);
      }),
      { numRuns: 10 },
    );
  });

  it('has no two nodes that overlap', () => {
    fc.assert(
      fc.property(graphs, ({ ids, ties }) => {
        const places = [...layout(ids, ties).values()];
        expect(places).toHaveLength(ids.length);
        places.forEach((one, at) => {
          for (const other of places.slice(at + 1)) {
            const apart =
              Math.abs(one.x - other.x) >= NODE.width || Math.abs(one.y - other.y) >= NODE.height;
            expect(apart).toBe(true);
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  it('has a place for everybody where six issuers of a hundred people hang on one person', () => {
    const issuers = Array.from({ length: 6 }, (_, at) => `issuer ${at}`);
    const people = Array.from({ length: 600 }, (_, at) => `person ${at}`);
    const places = layout(
      ['hub', ...issuers, ...people],
      [
        ...issuers.map((issuer) => ({ person: 'hub', issuer })),
        ...people.map((person, at) => ({ person, issuer: `issuer ${at % 6}` })),
      ],
    );
    expect(places.size).toBe(607);
    for (const { x, y } of places.values()) expect(Math.hypot(x, y)).toBeLessThan(20_000);
  });
});
