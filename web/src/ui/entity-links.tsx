import { Link } from '@tanstack/react-router';

interface Entity {
  readonly id: string;
  readonly name: string;
}

/** The two times of the view it is followed from go along. */
export function sameTimes(search: { asOf?: string | undefined; knownAt?: string | undefined }) {
  return { asOf: search.asOf, knownAt: search.knownAt };
}

/** A person's name, leading to the view of the person. */
export function PersonLink({ person }: { readonly person: Entity }) {
  return (
    <Link to="/person/$id" params={{ id: person.id }} search={sameTimes}>
      {person.name}
    </Link>
  );
}

/** An issuer's name, leading to the view of the issuer. */
export function IssuerLink({ issuer }: { readonly issuer: Entity }) {
  return (
    <Link to="/issuer/$id" params={{ id: issuer.id }} search={sameTimes}>
      {issuer.name}
    </Link>
  );
}

/** Several people's names, as those of a joint filing. */
export function PeopleLinks({ people }: { readonly people: readonly Entity[] }) {
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
