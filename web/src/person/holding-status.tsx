import { Amount, MeaningOf } from '../ui/index.ts';
import styles from './person.module.css';
import type { Line } from './use-holdings.ts';

/** How far a line can be relied on: its status, and marks of a break or of a derived amount. */
export function HoldingStatus({ line }: { readonly line: Line }) {
  const { status, reconciliation, difference, derived } = line;
  return (
    <span className={styles.marks}>
      <span className={status === 'CURRENT' ? undefined : styles.mark}>
        <MeaningOf type="HoldingStatus" value={status} />
      </span>
      {reconciliation === 'BREAK' && (
        <span className={styles.mark}>
          <MeaningOf type="Reconciliation" value="BREAK" />
          {difference !== null && (
            <>
              {' '}
              of <Amount of={difference} unit={line.unit} />
            </>
          )}
        </span>
      )}
      {derived && (
        <span className={styles.mark}>
          <abbr title={DERIVED}>
            derived<span className="unseen"> ({DERIVED})</span>
          </abbr>
        </span>
      )}
    </span>
  );
}

const DERIVED = 'Worked out, and standing so in no filing.';
