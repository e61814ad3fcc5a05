import { Amount, Day, FilingLink, PeopleLinks } from '../ui/index.ts';
import type { Line } from './line.ts';
import styles from './transactions.module.css';

interface ReportedElsewhereProps {
  /** The event that supersedes the line. */
  readonly by: Line['supersededBy'];
  /** The same trade in other filings. */
  readonly repeats: Line['alsoReportedIn'];
}

/** What other filings say of a line: what takes its place, and its duplicate reports. */
export function ReportedElsewhere({ by, repeats }: ReportedElsewhereProps) {
  return (
    <>
      {by !== null && (
        <p>
          <strong>Superseded</strong> on <Day of={by.knownAt} /> <Replacement by={by} />
        </p>
      )}
      {repeats.map(({ id, filing, people }) => (
        <p key={id}>
          Also reported in <FilingLink filing={filing} /> of <PeopleLinks people={people} />
        </p>
      ))}
    </>
  );
}

function Replacement({ by }: { readonly by: NonNullable<Line['supersededBy']> }) {
  if (!('filing' in by)) return <>; nothing takes its place.</>;
  return (
    <>
      by <FilingLink filing={by.filing} />:{' '}
      <ins className={styles.instead}>
        <Amount of={by.shares} />
        {by.pricePerShare !== null && (
          <>
            {' '}
            at <Amount of={by.pricePerShare} unit="USD" />
          </>
        )}
        , <Amount of={by.amountAfter} unit={by.unitAfter} /> after it
      </ins>
    </>
  );
}
