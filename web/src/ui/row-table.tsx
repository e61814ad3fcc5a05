import type { ReactNode } from 'react';
import styles from './row-table.module.css';

interface RowTableProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A dense table of lines whose head stays in sight; on a narrow screen each line is a card, placed
 * by the classes of its cells. It is never wider than the screen. Rows that have `data-row` are
 * gone through with J and K.
 */
export function RowTable({ label, className = '', children }: RowTableProps) {
  return (
    <section aria-label={label} className={styles.around}>
      <table className={`${styles.rows} ${className}`}>{children}</table>
    </section>
  );
}
