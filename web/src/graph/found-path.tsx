import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { PathDocument, type PathQuery } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import {
  Answer,
  IssuerLink,
  Panel,
  PersonLink,
  sameTimes,
  shownName,
  useCopyable,
} from '../ui/index.ts';
import type { PersonAtEnd } from './end-field.tsx';
import styles from './path-view.module.css';

type ConnectionPath = NonNullable<PathQuery['connectionPath']>;

interface FoundPathProps {
  readonly ends: { readonly from: string; readonly to: string };
  readonly names: { readonly from: PersonAtEnd | null; readonly to: PersonAtEnd | null };
  readonly times: Times;
}

/** The shortest path between two people at the two times, or that there is none. */
export function FoundPath({ ends, names, times: { asOf, knownOn, knownAt } }: FoundPathProps) {
  const variables = { ...ends, asOf, knownAt };
  useCopyable('Path', PathDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: PathDocument, variables });
  const unknown = isOfNothing(error);
  const when = `as of ${asOf}${knownOn === null ? '' : `, known at ${knownOn}`}`;
  const named = (end: PersonAtEnd | null, otherwise: string) =>
    end === null ? otherwise : shownName(end);
  const between = `from ${named(names.from, 'one')} to ${named(names.to, 'the other')}`;
  return (
    <Panel title="What connects them">
      <Answer
        data={unknown ? null : data?.connectionPath}
        error={unknown ? undefined : error}
        nothing={
          unknown
            ? 'The ledger does not know both of these people.'
            : `No path of six steps or fewer leads ${between}, ${when}.`
        }
        {...{ fetching, retry }}
      >
        {(path) => <Chain path={path} />}
      </Answer>
    </Panel>
  );
}

function Chain({ path: { degree, steps } }: { readonly path: ConnectionPath }) {
  const [first] = steps;
  if (first === undefined) return <p role="status">They are one and the same person.</p>;
  return (
    <>
      <p role="status">
        Degree {degree}: {degree === 1 ? 'one step' : `${degree} steps`} lead
        {degree === 1 ? 's' : ''} from one to the other.
      </p>
      <ol className={styles.chain}>
        <li data-kind="person">
          <PersonLink person={first.from} />
        </li>
        {steps.map(({ issuer, to }) => (
          <Fragment key={to.id}>
            <li data-kind="issuer">
              <span className="unseen">through </span>
              <IssuerLink issuer={issuer} />
            </li>
            <li data-kind="person">
              <PersonLink person={to} />
            </li>
          </Fragment>
        ))}
      </ol>
      <Link
        to="/graph/$id"
        params={{ id: first.from.id }}
        search={(search: Parameters<typeof sameTimes>[0]) => ({
          ...sameTimes(search),
          open: steps.flatMap(({ issuer, to }) => [issuer.id, to.id]).join(),
        })}
      >
        See it in the graph
      </Link>
    </>
  );
}
