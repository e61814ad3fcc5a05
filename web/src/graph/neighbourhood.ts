import type { NeighboursQuery } from '../graphql/index.ts';
import { shownName } from '../ui/index.ts';

/** Somebody or something that a graph shows. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly kind: 'issuer' | 'individual' | 'entity';
  /** The ticker of an issuer. */
  readonly ticker: string | null;
}

type Found = NonNullable<NeighboursQuery['nodes'][number]>;
type FoundPerson = Extract<Found, { __typename: 'Person' }>;
type FoundRelationship = FoundPerson['relationships']['nodes'][number];

/** That a person is an insider of an issuer. */
export interface Tie
  extends Pick<FoundRelationship, 'from' | 'roles' | 'officerTitle' | 'otherText'> {
  readonly key: string;
  readonly person: string;
  readonly issuer: string;
}

/** An opened person or issuer of whom not everybody is shown. */
export interface CutOff {
  readonly of: Entity;
  readonly hidden: number;
  /** Whether there are more than those that were asked for. */
  readonly orMore: boolean;
}

/** Who and what is around an entity, as far as it was opened. */
export interface Neighbourhood {
  /** The one in the middle first, then as they are reached. */
  readonly entities: readonly Entity[];
  readonly ties: readonly Tie[];
  /** Ids of those whose neighbours are shown. */
  readonly opened: ReadonlySet<string>;
  readonly cutOff: readonly CutOff[];
}

/** An opened entity with its neighbours. */
interface Opened {
  readonly self: Entity;
  readonly neighbours: readonly { readonly entity: Entity; readonly tie: Tie }[];
  readonly orMore: boolean;
}

/**
 * What a graph shows of the people and issuers that were asked for, the one in the middle first. Of
 * each, as many neighbours as `most` says; one that nothing leads to any more, as at another time,
 * is left out. Null where the one in the middle is neither a person nor an issuer.
 */
export function neighbourhoodOf(
  nodes: NeighboursQuery['nodes'],
  most: number,
): Neighbourhood | null {
  const found = new Map(nodes.flatMap(openedOf).map((one) => [one.self.id, one]));
  const middle = found.get(nodes[0]?.id ?? '');
  if (middle === undefined) return null;
  const shown = new Map([[middle.self.id, middle.self]]);
  const opened = new Map<string, Opened>();
  // Whoever is reached late may have been opened early, when another way led there.
  for (let next: Opened | undefined = middle; next !== undefined; ) {
    opened.set(next.self.id, next);
    for (const { entity } of next.neighbours.slice(0, most)) {
      if (!shown.has(entity.id)) shown.set(entity.id, entity);
    }
    next = [...found.values()].find(({ self }) => shown.has(self.id) && !opened.has(self.id));
  }
  return {
    entities: [...shown.values()],
    ties: tiesAmong(shown, opened),
    opened: new Set(opened.keys()),
    cutOff: [...opened.values()].flatMap(({ self, neighbours, orMore }) => {
      const hidden = neighbours.filter(({ entity }) => !shown.has(entity.id)).length;
      return hidden > 0 || orMore ? [{ of: self, hidden, orMore }] : [];
    }),
  };
}

/** Both ends of a tie have it where both are opened: it is drawn once. */
function tiesAmong(shown: ReadonlyMap<string, Entity>, opened: ReadonlyMap<string, Opened>): Tie[] {
  const ties = [...opened.values()]
    .flatMap(({ neighbours }) => neighbours)
    .filter(({ entity }) => shown.has(entity.id))
    .map(({ tie }) => [tie.key, tie] as const);
  return [...new Map(ties).values()];
}

function openedOf(node: NeighboursQuery['nodes'][number]): Opened[] {
  if (node?.__typename === 'Person') {
    const self = personOf(node);
    const neighbours = node.relationships.nodes.map(({ issuer, ...tie }) => ({
      entity: issuerOf(issuer),
      tie: tieOf(tie, { person: self.id, issuer: issuer.id }),
    }));
    return [{ self, neighbours, orMore: node.relationships.pageInfo.hasNextPage }];
  }
  if (node?.__typename === 'Issuer') {
    const self = issuerOf(node);
    const neighbours = node.insiders.nodes.map(({ person, ...tie }) => ({
      entity: personOf(person),
      tie: tieOf(tie, { person: person.id, issuer: self.id }),
    }));
    return [{ self, neighbours, orMore: node.insiders.pageInfo.hasNextPage }];
  }
  return [];
}

function tieOf(
  said: Pick<Tie, 'from' | 'roles' | 'officerTitle' | 'otherText'>,
  ends: { readonly person: string; readonly issuer: string },
): Tie {
  return { ...said, ...ends, key: `${ends.person} ${ends.issuer}` };
}

function personOf({ id, name, kind }: Pick<FoundPerson, 'id' | 'name' | 'kind'>): Entity {
  const shown = shownName({ name, kind });
  return { id, name: shown, kind: kind === 'ENTITY' ? 'entity' : 'individual', ticker: null };
}

function issuerOf({ id, name, ticker }: FoundRelationship['issuer']): Entity {
  return { id, name: shownName({ name, kind: 'ENTITY' }), kind: 'issuer', ticker };
}
