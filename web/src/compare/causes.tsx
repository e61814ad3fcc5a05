import { WhatOf } from '../lines/index.ts';
import { FilingDay, meaningOf } from '../ui/index.ts';
import styles from './compare-view.module.css';
import type { Change } from './subject.ts';

type Cause = Change['causes'][number];

/** So many are named; the account has them all. */
const NAMED = 3;

/** The events that changed a holding, the latest first, each leading to its filing. */
export function Causes({ of }: { readonly of: Change['causes'] }) {
  const groups = groupsOf(of);
  if (groups.length === 0) return <span className="quiet">it expired</span>;
  const more = groups.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {groups.slice(0, NAMED).map(({ event, count }) => (
        <span key={event.position} className={styles.cause}>
          {event.__typename === 'TransactionReported' ? (
            <WhatOf line={event} />
          ) : (
            <span title={meaningOf('LedgerEventType', event.type)}>{WORDS[event.type]}</span>
          )}
          {count > 1 && ` ${count} times`}{' '}
          {event.filing && <FilingDay filing={event.filing} knownAt={event.knownAt} />}
        </span>
      ))}
      {more > 0 && <span className="quiet">and {more} before</span>}
    </>
  );
}

const WORDS = {
  FILING_AMENDED: 'Amended',
  FILING_RECEIVED: 'Filed',
  FILING_REREAD: 'Read again',
  HOLDING_REPORTED: 'Reported',
  IDENTITY_RESOLVED: 'Identified',
  TRANSACTION_REPORTED: 'Traded',
} as const;

/** What one filing says alike, together: the latest first. */
function groupsOf(events: readonly Cause[]): { readonly event: Cause; readonly count: number }[] {
  const groups = new Map<string, { event: Cause; count: number }>();
  for (const event of events.toReversed()) {
    const done =
      event.__typename === 'TransactionReported' ? [event.codeAsFiled, event.acquiredDisposed] : [];
    const key = JSON.stringify([event.filing?.id, event.type, ...done]);
    groups.set(key, { event, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
