import type { ReactNode } from 'react';
import styles from './figures.module.css';

/** The key figures of a view, side by side. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}

interface FigureProps {
  readonly name: string;
  readonly children: ReactNode;
  /** What stands below it, in less weight. */
  readonly below?: ReactNode;
  /** What its colour says. */
  readonly kind?: 'acquired' | 'disposed' | undefined;
}

/** A key figure: its name, itself, and what belongs to it. */
export function Figure({ name, children, below, kind }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-kind={kind}>{children}</dd>
      {below !== undefined && <dd className={styles.below}>{below}</dd>}
    </div>
  );
}
