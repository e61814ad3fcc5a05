import type { Database } from '../../database/index.ts';
import { ledgerPositions } from '../../reads/index.ts';
import { type FollowingState, followingState } from '../edgar-metrics.ts';

/** Whether a server can answer, and why not. */
export type Readiness =
  | {
      readonly ready: true;
      readonly head: string;
      /** What followers of EDGAR have seen; left out where this ledger was never followed. */
      readonly following?: readonly FollowingState[];
    }
  | { readonly ready: false; readonly reason: string };

const PATIENCE_MS = 2_000;

/**
 * Ready where the database answers, soon, and the projections hold the whole ledger. Never rejects.
 */
export async function readiness({ pool }: Pick<Database, 'pool'>): Promise<Readiness> {
  let late: NodeJS.Timeout | undefined;
  try {
    const positions = await Promise.race([
      ledgerPositions(pool),
      new Promise<null>((resolve) => {
        late = setTimeout(resolve, PATIENCE_MS, null);
      }),
    ]);
    if (positions === null) return { ready: false, reason: 'The database does not answer.' };
    const { head, projectedTo } = positions;
    if (projectedTo < head) return { ready: false, reason: 'The projections are being built.' };
    const following = await followingState({ pool });
    return { ready: true, head: String(head), ...(following.length === 0 ? {} : { following }) };
  } catch {
    return { ready: false, reason: 'The database cannot be reached.' };
  } finally {
    clearTimeout(late);
  }
}
