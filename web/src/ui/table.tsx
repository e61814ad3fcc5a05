import { type ReactNode, useEffect, useRef } from 'react';
import styles from './table.module.css';

/**
 * A table that is as wide as the screen at most: on a narrow one each row is a card, its cells
 * beside the names of their columns, or placed by their own classes where the table has one. Cells
 * of amounts have the class "amounts".
 */
export function Table({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (table.current !== null && className === undefined) nameCells(table.current);
  });
  return (
    <section className={styles.around} aria-label={label}>
      <table ref={table} className={`${styles.table} ${className ?? ''}`}>
        {children}
      </table>
    </section>
  );
}

/** Tells each cell the name of its column, which a card shows beside it. */
function nameCells(table: HTMLTableElement): void {
  const names = [...(table.tHead?.rows[(table.tHead?.rows.length ?? 1) - 1]?.cells ?? [])];
  for (const body of table.tBodies) {
    for (const row of body.rows) {
      // What spans rows stands in the first of them alone.
      const shift = names.length - [...row.cells].reduce((sum, { colSpan }) => sum + colSpan, 0);
      let at = Math.max(0, shift);
      for (const cell of row.cells) {
        const isSaid = cell.colSpan === 1 && cell.textContent !== '';
        cell.dataset.label = isSaid ? (names[at]?.textContent ?? '') : '';
        at += cell.colSpan;
      }
    }
  }
}
