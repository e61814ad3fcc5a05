import styles from './amount.module.css';
import { grouped } from './grouped.ts';

const SIGNS = { SHARES: '', UNDERLYING_SHARES: '', USD: '$' } as const;

interface Of {
  /** An exact decimal; null where the filing says none. */
  readonly of: string | null | undefined;
  readonly unit?: keyof typeof SIGNS | null | undefined;
}

/** An amount, its thousands grouped and its digits as wide as one another. */
export function Amount({ of, unit }: Of) {
  if (of === null || of === undefined) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">–</span>
        <span className="unseen">none</span>
      </span>
    );
  }
  return (
    <span className={styles.amount}>
      {SIGNS[unit ?? 'SHARES']}
      {grouped(of)}
    </span>
  );
}
