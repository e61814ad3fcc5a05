import { Handle, type NodeProps, Position, useReactFlow, useStoreApi } from '@xyflow/react';
import styles from './drawing.module.css';
import type { DrawnNode } from './drawn.ts';
import { EntityLink, kindWords } from './entity-link.tsx';

/**
 * A person or an issuer in the drawing: its shape says which. Its name opens it, its arrow leads to
 * its view.
 */
export function EntityNode(props: NodeProps<DrawnNode>) {
  const { data, positionAbsoluteX, positionAbsoluteY } = props;
  const { width: ownWidth = 0, height: ownHeight = 0 } = props;
  const { entity, said, isMiddle, isOpened, toggle } = data;
  const { setCenter, getViewport } = useReactFlow();
  const store = useStoreApi();
  const bringIntoSight = () => {
    const { x, y, zoom } = getViewport();
    const { width, height } = store.getState();
    const [left, top] = [positionAbsoluteX * zoom + x, positionAbsoluteY * zoom + y];
    const isInSight =
      left >= 0 && top >= 0 && left + ownWidth * zoom <= width && top + ownHeight * zoom <= height;
    if (isInSight) return;
    const middle = [positionAbsoluteX + ownWidth / 2, positionAbsoluteY + ownHeight / 2] as const;
    void setCenter(...middle, { zoom });
  };
  const name = (
    <>
      <span className={styles.name}>{entity.name}</span>
      <span className={styles.kind} title={said}>
        {said}
      </span>
      {/* Of whom a role is said, the shape says the rest. */}
      {said !== kindWords(entity) && <span className="unseen">, {kindWords(entity)}</span>}
    </>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the focus of what is in it.
    <div
      className={styles.node}
      data-kind={entity.kind}
      data-middle={isMiddle}
      onFocus={bringIntoSight}
    >
      <Handle type="source" position={Position.Top} className={styles.end} isConnectable={false} />
      <Handle type="target" position={Position.Top} className={styles.end} isConnectable={false} />
      {isMiddle ? (
        <div className={styles.opens}>{name}</div>
      ) : (
        <button
          type="button"
          className={`nopan ${styles.opens}`}
          aria-expanded={isOpened}
          title={entity.name}
          onClick={() => toggle(entity.id)}
        >
          {name}
          <span className={styles.sign} aria-hidden="true">
            {isOpened ? '−' : '+'}
          </span>
        </button>
      )}
      <span className={`nopan ${styles.leads}`}>
        <EntityLink entity={entity}>
          <span aria-hidden="true">↗</span>
          <span className="unseen">View of {entity.name}</span>
        </EntityLink>
      </span>
    </div>
  );
}
