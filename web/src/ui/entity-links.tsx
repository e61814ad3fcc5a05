import { Link } from '@tanstack/react-router';
import { type Named, shownName } from './shown-name.ts';

/** Whom or what a link leads to. */
export interface Linked extends Named {
  readonly id: string;
  readonly cik: string | null;
}

/** The two times of the view it is followed from go along. */
export function sameTimes(search: { asOf?: string | undefined; knownAt?: string | undefined }) {
  return { asOf: search.asOf, knownAt: search.knownAt };
}

/** How an address names somebody or something: by CIK where one is known. */
export function inAddress({ id, cik }: Pick<Linked, 'id' | 'cik'>): string {
  return cik ?? id;
}

/** A name as people write it, as filed on hover. */
export function Name({ of }: { readonly of: Named }) {
  const shown = shownName(of);
  return <span title={shown === of.name ? undefined : `Filed as ${of.name}`}>{shown}</span>;
}

/** A person's name, leading to the view of the person. */
export function PersonLink({ person }: { readonly person: Linked }) {
  return (
    <Link to="/person/$id" params={{ id: inAddress(person) }} search={sameTimes}>
      <Name of={person} />
    </Link>
  );
}

/** An issuer's name, leading to the view of the issuer. */
export function IssuerLink({ issuer }: { readonly issuer: Linked }) {
  return (
    <Link to="/issuer/$id" params={{ id: inAddress(issuer) }} search={sameTimes}>
      <Name of={{ name: issuer.name, kind: 'ENTITY' }} />
    </Link>
  );
}

/** Several people's names, as those of a joint filing. */
export function PeopleLinks({ people }: { readonly people: readonly Linked[] }) {
  return (
    <span>
      {people.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <PersonLink person={person} />
        </span>
      ))}
    </span>
  );
}
