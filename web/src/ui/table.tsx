import type { ReactNode } from 'react';
import styles from './table.module.css';

/**
 * A table that scrolls by itself where it is wider than the screen, by keyboard too. Cells of
 * amounts have the class "amounts".
 */
export function Table({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table}>{children}</table>
    </section>
  );
}
