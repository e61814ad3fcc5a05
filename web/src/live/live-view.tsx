import { useMemo } from 'react';
import { Panel } from '../ui/index.ts';
import { LiveFilter } from './live-filter.tsx';
import { LiveStanding } from './live-standing.tsx';
import { LiveTable } from './live-table.tsx';
import { useLive } from './use-live.ts';
import { filterOf, useLiveAddress } from './use-live-address.ts';

/** Transactions as they are appended to the ledger, those of a filter alone. */
export function LiveView() {
  const { address, change } = useLiveAddress();
  const filter = useMemo(() => filterOf(address), [address]);
  const live = useLive(filter);
  return (
    <>
      <title>Live · insider-ledger</title>
      <h1>Transactions as they arrive</h1>
      <LiveFilter address={address} change={change} />
      <Panel title="Transactions" beside={<LiveStanding live={live} />}>
        <LiveTable live={live} />
      </Panel>
    </>
  );
}
