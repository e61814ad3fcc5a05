import type { FilingStatedFragment } from '../graphql/index.ts';
import {
  Columns,
  Day,
  FilingLink,
  IssuerLink,
  type Linked,
  MeaningOf,
  meaningOf,
  PersonLink,
  shownName,
} from '../ui/index.ts';
import styles from './filings.module.css';

/** Whom a list names beside each filing: the issuer of a person's, or the owners of an issuer's. */
export type Other = 'Issuer' | 'Owners';

/** The names of the columns. */
export function FilingsHead({ other }: { readonly other: Other }) {
  const names = ['Form', 'Known on', 'Filed on', 'Period', other, 'Amendment', 'Remarks', 'EDGAR'];
  return <Columns of={names} />;
}

interface FilingRowProps {
  readonly filing: FilingStatedFragment;
  readonly other: Other;
  /** Amendments that became known later are not shown; null: all are. */
  readonly knownAt: string | null;
}

/** A filing: what it is, when it was known, and what it amends or is amended by. */
export function FilingRow({ filing, other, knownAt }: FilingRowProps) {
  return (
    <tr className={styles.filing}>
      <th scope="row" className={`${styles.form} ${styles.whole}`}>
        <FilingLink filing={filing} />
      </th>
      <td className={styles.known}>
        <span title={meaningOf('KnownAtBasis', filing.knownAtBasis)}>
          <Day of={filing.knownAt} />
          <span className="unseen"> ({meaningOf('KnownAtBasis', filing.knownAtBasis)})</span>
        </span>
      </td>
      <td className={styles.less}>
        <DayOrNone of={filing.filedOn} />
      </td>
      <td className={styles.period}>
        <DayOrNone of={filing.periodOfReport} />
      </td>
      <td className={styles.other}>
        {other === 'Issuer' ? (
          <IssuerLink issuer={filing.issuer} />
        ) : (
          <Owners of={filing.reportingOwners.map(({ person }) => person)} />
        )}
      </td>
      <td className={styles.amends}>
        <Amendment filing={filing} knownAt={knownAt} />
      </td>
      <td className={styles.remarks}>{filing.remarks}</td>
      <td className={styles.less}>
        {filing.url === null ? (
          <span className={styles.none}>no address</span>
        ) : (
          <a href={filing.url} rel="noreferrer" className={styles.whole}>
            {filing.accessionNumber ?? 'EDGAR'}
            <span className="unseen"> on EDGAR</span>
          </a>
        )}
      </td>
    </tr>
  );
}

/** The first of a joint filing, and how many with them. */
function Owners({ of }: { readonly of: readonly Linked[] }) {
  const [first, ...others] = of;
  if (first === undefined) return null;
  return (
    <>
      <PersonLink person={first} />
      {others.length > 0 && (
        <span className="quiet" title={others.map(shownName).join('\n')}>
          {' '}
          +{others.length}
          <span className="unseen"> more</span>
        </span>
      )}
    </>
  );
}

function DayOrNone({ of }: { readonly of: string | null }) {
  return of === null ? <span className={styles.none}>not said</span> : <Day of={of} />;
}

function Amendment({ filing, knownAt }: Omit<FilingRowProps, 'other'>) {
  const { amendmentOutcome: outcome, amends, amendedBy, dateOfOriginalSubmission } = filing;
  const known = amendedBy.filter((by) => knownAt === null || by.knownAt <= knownAt);
  return (
    <ul className={styles.amendment}>
      {outcome !== null && (
        <li>
          <MeaningOf type="AmendmentOutcome" value={outcome} />
        </li>
      )}
      {amends !== null && (
        <li>
          amends <FilingLink filing={amends} /> known on <Day of={amends.knownAt} />
        </li>
      )}
      {filing.isAmendment && amends === null && dateOfOriginalSubmission !== null && (
        <li>
          amends one filed on <Day of={dateOfOriginalSubmission} />
        </li>
      )}
      {known.map((by) => (
        <li key={by.id}>
          amended by <FilingLink filing={by} /> known on <Day of={by.knownAt} />
        </li>
      ))}
    </ul>
  );
}
