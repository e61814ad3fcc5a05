import type { Edge, Node } from '@xyflow/react';
import { roleWords } from '../ui/index.ts';
import { layout, NODE } from './layout.ts';
import type { Entity, Neighbourhood } from './neighbourhood.ts';

/** A node of the drawing. */
export type DrawnNode = Node<
  {
    readonly entity: Entity;
    readonly isMiddle: boolean;
    readonly isOpened: boolean;
    readonly toggle: (id: string) => void;
  },
  'entity'
>;

/** How many characters of a role there is room for on a line. */
const ROOM = 24;

/** What the drawing shows of a neighbourhood, and where. */
export function drawn(
  { entities, ties, opened }: Neighbourhood,
  toggle: (id: string) => void,
): { readonly nodes: DrawnNode[]; readonly edges: Edge[] } {
  const places = layout(
    entities.map(({ id }) => id),
    ties,
  );
  const nodes = entities.map((entity, at): DrawnNode => {
    const { x, y } = places.get(entity.id) ?? { x: 0, y: 0 };
    return {
      id: entity.id,
      type: 'entity',
      position: { x: x - NODE.width / 2, y: y - NODE.height / 2 },
      ...NODE,
      data: { entity, isMiddle: at === 0, isOpened: opened.has(entity.id), toggle },
    };
  });
  const edges = ties.map((tie): Edge => {
    const words = roleWords(tie);
    return {
      id: tie.key,
      source: tie.person,
      target: tie.issuer,
      type: 'straight',
      label: words.length > ROOM ? `${words.slice(0, ROOM - 1)}…` : words,
      focusable: false,
    };
  });
  return { nodes, edges };
}
