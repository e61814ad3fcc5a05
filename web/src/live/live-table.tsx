import { ScreenTable } from '../screen/index.ts';
import styles from './live-view.module.css';
import type { Live } from './use-live.ts';

/** The newest transactions first; those that arrived while one looks are marked for a moment. */
export function LiveTable({ live: { trades, arrived } }: { readonly live: Live }) {
  if (trades === null) return <p className={styles.none}>Loading …</p>;
  if (trades.length === 0) {
    return <p className={styles.none}>None yet that passes the filter. It will appear here.</p>;
  }
  return <ScreenTable lines={trades} of={{}} knownAt={null} arrived={arrived} />;
}
