import { Amount, Day, MeaningOf } from '../ui/index.ts';
import styles from './person.module.css';
import type { Line } from './use-holdings.ts';

/** How what is known now differs from what was known then. */
export function NowKnown({
  past,
  present,
}: {
  readonly past: Line | null;
  readonly present: Line | null;
}) {
  if (present === null) return <p className={styles.now}>no longer there now</p>;
  return (
    <>
      {past === null && <p className={styles.now}>not known then</p>}
      <p className={styles.now}>
        now known: <Difference {...{ past, present }} />
      </p>
    </>
  );
}

function Difference({ past, present }: { readonly past: Line | null; readonly present: Line }) {
  const isSameAmount = past?.amount === present.amount && past.unit === present.unit;
  if (!isSameAmount) {
    return (
      <>
        <Amount of={present.amount} unit={present.unit} />
        {present.derived && ', derived'}
      </>
    );
  }
  if (past.status !== present.status)
    return <MeaningOf type="HoldingStatus" value={present.status} />;
  return (
    <>
      since <Day of={present.effectiveOn} />
    </>
  );
}
