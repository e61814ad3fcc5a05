import type { Edge, Node } from '@xyflow/react';
import { roleWords } from '../ui/index.ts';
import { layout, NODE } from './layout.ts';
import type { Entity, Neighbourhood } from './neighbourhood.ts';

/** A node of the drawing. */
export type DrawnNode = Node<
  {
    readonly entity: Entity;
    /** What a person is to those shown, in words; empty of an issuer. */
    readonly said: string;
    readonly isMiddle: boolean;
    readonly isOpened: boolean;
    readonly toggle: (id: string) => void;
  },
  'entity'
>;

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
      data: {
        entity,
        said: saidOf(entity, ties),
        isMiddle: at === 0,
        isOpened: opened.has(entity.id),
        toggle,
      },
    };
  });
  const edges = ties.map(
    (tie): Edge => ({
      id: tie.key,
      source: tie.person,
      target: tie.issuer,
      type: 'straight',
      focusable: false,
    }),
  );
  return { nodes, edges };
}

/** In the node, where no other can hide it; of several issuers each different role once. */
function saidOf({ id }: Entity, ties: Neighbourhood['ties']): string {
  const words = ties.filter(({ person }) => person === id).map(roleWords);
  return [...new Set(words)].filter(Boolean).join('; ');
}
