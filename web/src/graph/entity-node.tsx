import { Handle, type NodeProps, Position } from '@xyflow/react';
import styles from './drawing.module.css';
import type { DrawnNode } from './drawn.ts';
import { EntityLink, kindWords } from './entity-link.tsx';

/** A person or an issuer in the drawing: its shape says which. Its name opens it, its arrow leads to its view. */
export function EntityNode({ data }: NodeProps<DrawnNode>) {
  const { entity, isMiddle, isOpened, toggle } = data;
  const name = (
    <>
      <span className={styles.name}>{entity.name}</span>
      <span className={styles.kind}>{kindWords(entity)}</span>
    </>
  );
  return (
    <div className={styles.node} data-kind={entity.kind} data-middle={isMiddle}>
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
