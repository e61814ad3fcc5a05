import { Controls, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo } from 'react';
import styles from './drawing.module.css';
import { drawn } from './drawn.ts';
import { EntityNode } from './entity-node.tsx';
import type { Neighbourhood } from './neighbourhood.ts';

interface DrawingProps {
  readonly of: Neighbourhood;
  /** Opens a person or an issuer, or closes it. */
  readonly toggle: (id: string) => void;
}

const NODE_TYPES = { entity: EntityNode };
const FIT = { padding: 0.1, maxZoom: 1 };
/** On a narrow screen names stay large enough to read, and the rest is reached by moving. */
const NARROW = { below: 640, minZoom: 0.6 };

/** A neighbourhood as a drawing that is moved, enlarged and opened further. */
export function Drawing(props: DrawingProps) {
  return (
    <ReactFlowProvider>
      <section className={styles.drawing} aria-label="Drawing">
        <Flow {...props} />
      </section>
      <ul className={styles.legend} aria-label="Shapes">
        <li data-kind="issuer">issuer</li>
        <li data-kind="individual">person</li>
        <li data-kind="entity">fund, trust or company</li>
      </ul>
    </ReactFlowProvider>
  );
}

function Flow({ of, toggle }: DrawingProps) {
  const { nodes, edges } = useMemo(() => drawn(of, toggle), [of, toggle]);
  const { fitView } = useReactFlow();
  const isNarrow = useStore(({ width }) => width > 0 && width < NARROW.below);
  const shown = nodes.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes or goes, all stay in sight.
  useEffect(() => {
    void fitView(isNarrow ? { ...FIT, minZoom: NARROW.minZoom } : FIT);
  }, [fitView, isNarrow, shown]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      fitView
      fitViewOptions={FIT}
      minZoom={0.05}
      maxZoom={2}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      preventScrolling={false}
      zoomOnScroll={false}
    >
      <Controls showInteractive={false} />
    </ReactFlow>
  );
}
