import { useMemo } from 'react';
import { LatestTradesDocument } from '../graphql/index.ts';
import { Described, useCopyable } from '../ui/index.ts';
import { latestOf } from './follow.ts';
import { LiveFilter } from './live-filter.tsx';
import { LiveStanding } from './live-standing.tsx';
import { LiveTable } from './live-table.tsx';
import styles from './live-view.module.css';
import { useLive } from './use-live.ts';
import { filterOf, useLiveAddress } from './use-live-address.ts';

/** Transactions as they are appended to the ledger, those of a filter alone. */
export function LiveView() {
  const { address, change } = useLiveAddress();
  const filter = useMemo(() => filterOf(address), [address]);
  const live = useLive(filter);
  useCopyable('Latest transactions', LatestTradesDocument, latestOf(filter));
  return (
    <>
      <Described
        title="Live"
        description="Transactions of insiders as they are appended to the ledger."
      />
      <div className={styles.head}>
        <h1>Transactions as they arrive</h1>
        <LiveStanding live={live} />
      </div>
      <LiveFilter address={address} change={change} />
      <LiveTable live={live} />
    </>
  );
}
