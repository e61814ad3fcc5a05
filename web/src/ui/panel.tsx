import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/** A part of a view, under a heading that names it. */
export function Panel({
  title,
  beside,
  children,
}: {
  readonly title: string;
  /** What stands at the end of the heading's line. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.panel}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
