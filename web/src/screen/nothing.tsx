import { addDays } from '../times/index.ts';
import { Day, dayOf } from '../ui/index.ts';
import { PERIODS, type ScreenAddress } from './address.ts';
import type { Subject } from './question.ts';
import styles from './screen.module.css';

interface NothingProps {
  readonly address: ScreenAddress;
  readonly change: (changed: ScreenAddress) => void;
  readonly of: Subject;
  /** When the newest filing of the ledger became known; null: it has none. */
  readonly newest: string | null;
}

/** Why there is nothing, and what leads to something. */
export function Nothing({ address, change, of, newest }: NothingProps) {
  if (newest === null) return <EmptyLedger />;
  const { period } = address;
  const isAll = of.issuer === undefined && of.person === undefined;
  return (
    <div role="status" className={styles.nothing}>
      <p>No transaction fits these filters.</p>
      {period !== undefined && isAll && (
        <p>
          The newest filing in this ledger became known on <Day of={newest} />.{' '}
          <button
            type="button"
            onClick={() =>
              change({
                period: undefined,
                since: addDays(dayOf(newest), -PERIODS[period]),
                until: dayOf(newest),
              })
            }
          >
            Show the same period up to then
          </button>
        </p>
      )}
    </div>
  );
}

/** How somebody fills a ledger that has no filing yet. */
function EmptyLedger() {
  return (
    <div role="status" className={styles.nothing}>
      <h2>The ledger is empty</h2>
      <p>Fill it in a terminal, in the folder of this server; this page shows what arrives.</p>
      <dl className={styles.ways}>
        <div>
          <dt>From files or folders of filings</dt>
          <dd>
            <code>npx insider-ledger ingest PATH</code>
          </dd>
        </div>
        <div>
          <dt>What EDGAR publishes from now on</dt>
          <dd>
            <code>EDGAR_USER_AGENT="Name mail@example.com" npx insider-ledger follow</code>
          </dd>
        </div>
        <div>
          <dt>The past, from the SEC’s data sets</dt>
          <dd>
            <code>npx insider-ledger backfill --from 2024q1</code>
          </dd>
        </div>
      </dl>
    </div>
  );
}
