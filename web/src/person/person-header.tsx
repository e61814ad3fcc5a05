import { Link } from '@tanstack/react-router';
import type { PersonQuery } from '../graphql/index.ts';
import { Day, Described, MeaningOf, Name, sameTimes, shownName } from '../ui/index.ts';
import styles from './person.module.css';

/** A person, as the view of one asks for it. */
export type Person = NonNullable<PersonQuery['person']>;

/** Who somebody is: name, CIK, kind, former names; and the way to the graph around them. */
export function PersonHeader({ person }: { readonly person: Person }) {
  const { id, cik, kind, formerNames } = person;
  return (
    <header>
      <Described
        title={shownName(person)}
        description={`What ${shownName(person)} holds, bought and sold as an insider, on any day, as known then.`}
      />
      <h1>
        <Name of={person} />
      </h1>
      <ul className={styles.facts}>
        <li>
          <MeaningOf type="PersonKind" value={kind}>
            {KINDS[kind]}
          </MeaningOf>
        </li>
        <li>{cik === null ? 'no CIK known yet' : <OnEdgar cik={cik} />}</li>
        <li>
          <Link to="/graph/$id" params={{ id }} search={sameTimes}>
            Graph of who is connected
          </Link>
        </li>
      </ul>
      {formerNames.length > 0 && (
        <p className={styles.quiet}>
          Also filed as{' '}
          {formerNames.map((use, index) => (
            <span key={use.name}>
              {index > 0 && '; '}
              {use.name} (<Day of={use.firstKnownAt} /> to <Day of={use.lastKnownAt} />)
            </span>
          ))}
        </p>
      )}
    </header>
  );
}

const KINDS = { INDIVIDUAL: 'individual', ENTITY: 'entity', UNKNOWN: 'kind unknown' } as const;

function OnEdgar({ cik }: { readonly cik: string }) {
  return (
    <>
      CIK{' '}
      <a
        href={`https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${cik}&type=4`}
        rel="noreferrer"
      >
        {cik}
        <span className="unseen"> on EDGAR</span>
      </a>
    </>
  );
}
