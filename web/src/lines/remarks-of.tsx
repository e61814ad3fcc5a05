import type { LineFlag, Reconciliation, Timeliness } from '../graphql/index.ts';
import { Amount, MeaningOf } from '../ui/index.ts';
import styles from './lines.module.css';

interface Remarked {
  readonly reconciliation: Reconciliation | null;
  /** Reported minus expected, where that is known. */
  readonly difference?: string | null;
  readonly flags: readonly LineFlag[];
  readonly timeliness?: Timeliness;
}

/** The remarks on a line: a break, a late report, and what is odd about it as filed. */
export function RemarksOf({ line }: { readonly line: Remarked }) {
  return (
    <ul className={styles.remarks}>
      {line.reconciliation === 'BREAK' && (
        <li className={styles.break}>
          <MeaningOf type="Reconciliation" value="BREAK" />
          {line.difference != null && (
            <>
              {' '}
              of <Amount of={line.difference} />
            </>
          )}
        </li>
      )}
      {line.timeliness !== undefined && line.timeliness !== 'ON_TIME' && (
        <li>
          <MeaningOf type="Timeliness" value={line.timeliness} />
        </li>
      )}
      {line.flags.map((flag) => (
        <li key={flag}>
          <MeaningOf type="LineFlag" value={flag} />
        </li>
      ))}
    </ul>
  );
}
