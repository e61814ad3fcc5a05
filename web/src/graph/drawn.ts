import type { Edge, Node } from '@xyflow/react';
import { roleWords } from '../ui/index.ts';
import { kindWords } from './entity-link.tsx';
import { layout, type Room } from './layout.ts';
import type { Entity, Neighbourhood } from './neighbourhood.ts';
import { linesOf } from './text-lines.ts';

/** A node of the drawing. */
export type DrawnNode = Node<
  {
    readonly entity: Entity;
    /** What a person is to those shown, in words, or what it is itself. */
    readonly said: string;
    readonly isMiddle: boolean;
    readonly isOpened: boolean;
    readonly toggle: (id: string) => void;
  },
  'entity'
>;

/** A tie of the drawing, with its way. */
export type RoutedTie = Edge<{ readonly route: string }, 'routed'>;

/** What the drawing shows of a neighbourhood, and where, in so much room. */
export function drawn(
  { entities, ties, opened }: Neighbourhood,
  room: Room,
  toggle: (id: string) => void,
) {
  const said = new Map(entities.map((entity) => [entity.id, saidOf(entity, ties)]));
  const boxes = entities.map((entity) => ({
    id: entity.id,
    height: heightOf(entity.name, said.get(entity.id) ?? '', room.node),
  }));
  const { places, routes, width, height } = layout(boxes, ties, room);
  const nodes = entities.map((entity, at): DrawnNode => {
    const { x, y } = places.get(entity.id) ?? { x: 0, y: 0 };
    const size = { width: room.node, height: boxes[at]?.height ?? 0 };
    return {
      id: entity.id,
      type: 'entity',
      position: { x: x - size.width / 2, y: y - size.height / 2 },
      ...size,
      data: {
        entity,
        said: said.get(entity.id) ?? '',
        isMiddle: at === 0,
        isOpened: opened.has(entity.id),
        toggle,
      },
    };
  });
  const edges = ties.map(
    (tie, at): RoutedTie => ({
      id: tie.key,
      source: tie.person,
      target: tie.issuer,
      type: 'routed',
      data: { route: routes[at] ?? '' },
      focusable: false,
    }),
  );
  return { nodes, edges, width, height } as const;
}

/** As high as its texts are long: no name is cut off. */
function heightOf(name: string, said: string, width: number): number {
  const room = width - ASIDE;
  const names = linesOf(name, '600 14px', room) * 17;
  return PADDING + names + Math.min(MOST_LINES, linesOf(said, '12px', room)) * 15;
}

/** What of a node's width its border and its two signs take, and of its height what is empty. */
const ASIDE = 44;
const PADDING = 20;
/** Of what somebody is; all of it is on hover. */
const MOST_LINES = 4;

/** In the node, where no other can hide it; of several issuers each different role once. */
function saidOf(entity: Entity, ties: Neighbourhood['ties']): string {
  const words = ties.filter(({ person }) => person === entity.id).map(roleWords);
  return [...new Set(words)].filter(Boolean).join('; ') || kindWords(entity);
}
