import {
  BaseEdge,
  Controls,
  type EdgeProps,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo } from 'react';
import { useWidth } from '../ui/index.ts';
import styles from './drawing.module.css';
import { drawn, type RoutedTie } from './drawn.ts';
import { EntityNode } from './entity-node.tsx';
import type { Room } from './layout.ts';
import type { Neighbourhood } from './neighbourhood.ts';

interface DrawingProps {
  readonly of: Neighbourhood;
  /** Opens a person or an issuer, or closes it. */
  readonly toggle: (id: string) => void;
}

const NODE_TYPES = { entity: EntityNode };
const EDGE_TYPES = { routed: RoutedEdge };

/** On a narrow screen the first is at the left, and its neighbours are beneath one another. */
const WIDE: Room = { node: 210, between: 72, isNarrow: false };
const NARROW: Room = { node: 148, between: 32, isNarrow: true };
const NARROW_BELOW = 640;
/** Around all that is drawn, in pixels. */
const MARGIN = 12;
/** Below it, where the library names itself. */
const FOOT = 12;
/** Names stay large enough to read; what has no room then is reached by moving. */
const SMALLEST = 0.6;
/** A drawing is as high as it needs, up to this. */
const HIGHEST = 2_400;
const LEAST = 220;

/** A neighbourhood as a drawing that is moved, enlarged and opened further. */
export function Drawing(props: DrawingProps) {
  const [measured, width] = useWidth();
  return (
    <ReactFlowProvider>
      <section ref={measured} aria-label="Drawing">
        {width > 0 && <Flow {...props} across={width} />}
      </section>
      <ul className={styles.legend} aria-label="Shapes">
        <li data-kind="issuer">issuer</li>
        <li data-kind="individual">person</li>
        <li data-kind="entity">fund, trust or company</li>
      </ul>
    </ReactFlowProvider>
  );
}

function Flow({ of, toggle, across }: DrawingProps & { readonly across: number }) {
  const room = across < NARROW_BELOW ? NARROW : WIDE;
  const { nodes, edges, width, height } = useMemo(
    () => drawn(of, room, toggle),
    [of, room, toggle],
  );
  const { setViewport } = useReactFlow();
  const fits = Math.min(1, (across - 2 * MARGIN) / width);
  const high = Math.min(
    HIGHEST,
    Math.max(LEAST, Math.max(fits, SMALLEST) * height + 2 * MARGIN + FOOT),
  );
  const zoom = Math.max(SMALLEST, Math.min(fits, (high - 2 * MARGIN - FOOT) / height));
  const x = Math.max(MARGIN, (across - width * zoom) / 2);
  const y = Math.max(MARGIN, (high - FOOT - height * zoom) / 2);
  const isAllInSight = zoom <= fits && zoom * height <= high;
  useEffect(() => {
    void setViewport({ x, y, zoom });
  }, [setViewport, x, y, zoom]);
  return (
    <div className={styles.drawing} style={{ height: high }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        defaultViewport={{ x, y, zoom }}
        minZoom={0.05}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        attributionPosition={room.isNarrow ? 'bottom-left' : 'bottom-right'}
      >
        {/* Where all is in sight there is nothing to move, and they would lie on somebody. */}
        {!isAllInSight && <Controls showInteractive={false} />}
      </ReactFlow>
    </div>
  );
}

function RoutedEdge({ data }: EdgeProps<RoutedTie>) {
  return <BaseEdge path={data?.route ?? ''} />;
}
