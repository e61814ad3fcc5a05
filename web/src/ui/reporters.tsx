import type { InsiderRole } from '../graphql/index.ts';
import { type Linked, PersonLink } from './entity-links.tsx';
import { roleWords } from './roles.tsx';
import { shownName } from './shown-name.ts';

interface Reporter {
  readonly person: Linked;
  readonly roles: readonly InsiderRole[];
  /** The title in words, which "See Remarks" leads to. */
  readonly title: string | null;
  readonly otherText: string | null;
}

/** Who reports, as what: the first of a joint filing, and how many with them. */
export function Reporters({ of }: { readonly of: readonly Reporter[] }) {
  const [first, ...others] = of;
  if (first === undefined) return null;
  const said = roleWords({ ...first, officerTitle: first.title });
  return (
    <>
      <PersonLink person={first.person} />
      {others.length > 0 && (
        <span className="quiet" title={others.map(({ person }) => shownName(person)).join('\n')}>
          {' '}
          +{others.length}
          <span className="unseen"> more</span>
        </span>
      )}
      {said !== '' && (
        <span className="quiet" title={said}>
          {' '}
          {said}
        </span>
      )}
    </>
  );
}
