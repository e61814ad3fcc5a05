import { useQuery } from 'urql';
import { HowFarDocument } from '../graphql/index.ts';
import styles from './live-view.module.css';
import type { Live } from './use-live.ts';

/** Whether what is shown is up to date, and if not, why. */
export function LiveStanding({ live: { standing, arrived } }: { readonly live: Live }) {
  const behind = useBehind();
  return (
    <p role="status" className={styles.standing} data-standing={behind > 0n ? 'behind' : standing}>
      {standing === 'opening' && 'Connecting …'}
      {standing === 'lost' &&
        'Connection lost. Reconnecting; what arrives meanwhile will be shown.'}
      {standing === 'live' && behind > 0n && `Behind: the ledger has ${behind} events more.`}
      {standing === 'live' && behind === 0n && `Live. ${arrived} arrived since this was opened.`}
    </p>
  );
}

/**
 * How many events the ledger has that its projections, and so its subscribers, do not have yet: as
 * it answered last, when it was asked whether it is there.
 */
function useBehind(): bigint {
  const [{ data }] = useQuery({ query: HowFarDocument, requestPolicy: 'cache-only' });
  const { head, projectedTo } = data?.ledger ?? {};
  return head ? BigInt(head.position) - BigInt(projectedTo ?? '0') : 0n;
}
