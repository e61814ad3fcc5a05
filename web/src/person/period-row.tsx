import type { RoleHistoryQuery } from '../graphql/index.ts';
import { Day, FilingLink, IssuerLink, MeaningOf } from '../ui/index.ts';
import styles from './person.module.css';
import type { Placed } from './place-periods.ts';

/** What somebody was to an issuer, from when until when. */
export type Period = NonNullable<RoleHistoryQuery['person']>['roleHistory'][number];

interface PeriodRowProps {
  readonly period: Period;
  readonly holds: boolean;
  readonly placed: Placed;
}

/** One relationship, and whether it holds on the day asked about. */
export function PeriodRow({ period, holds, placed }: PeriodRowProps) {
  const { issuer, roles, officerTitle, otherText, from, to, sourceFiling } = period;
  return (
    <tr className={holds ? styles.holds : styles.over}>
      <th scope="row">
        <IssuerLink issuer={issuer} />
      </th>
      <td>
        {roles.length === 0 && 'insider, no role said'}
        {roles.map((role, index) => (
          <span key={role}>
            {index > 0 && ', '}
            <MeaningOf type="InsiderRole" value={role}>
              {role === 'TEN_PERCENT_OWNER' ? '10 % owner' : role.toLowerCase()}
            </MeaningOf>
          </span>
        ))}
      </td>
      <td>{[officerTitle, otherText].filter(Boolean).join('; ')}</td>
      <td>
        <Day of={from} />
      </td>
      <td>{to === null ? 'lasts' : <Day of={to} />}</td>
      <td>{holds ? 'holds' : '–'}</td>
      <td>
        <svg className={styles.period} aria-hidden="true">
          <rect x={placed.x} width={placed.width} y="3" height="8" rx="2" />
        </svg>
      </td>
      <td>
        <FilingLink filing={sourceFiling} />
      </td>
    </tr>
  );
}
