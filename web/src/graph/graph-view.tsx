import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { FilingsAroundDocument, NeighboursDocument } from '../graphql/index.ts';
import { useTimes } from '../times/index.ts';
import { Answer, Described, Panel, sameTimes, useCopyable } from '../ui/index.ts';
import { CutOffs } from './cut-off.tsx';
import { Drawing } from './drawing.tsx';
import { EntityLink, kindWords } from './entity-link.tsx';
import { NeighbourList } from './neighbour-list.tsx';
import { type Entity, neighbourhoodOf } from './neighbourhood.ts';
import { TimesAround } from './times-around.tsx';
import { useOpened } from './use-opened.ts';

/**
 * The people and issuers around a person or an issuer, at the two times, opened as far as the
 * address says.
 */
export function GraphView() {
  const { id = '' } = useParams({ strict: false });
  const { times } = useTimes();
  const { opened, most, toggle, show } = useOpened();
  const ids = [id, ...opened.filter((one) => one !== id)];
  const variables = { ids, asOf: times.asOf, knownAt: times.knownAt };
  useCopyable('Neighbours', NeighboursDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: NeighboursDocument, variables });
  const [around] = useQuery({ query: FilingsAroundDocument, variables: { ids: [id] } });
  const nodes = data?.nodes;
  const shown = useMemo(() => nodes && neighbourhoodOf(nodes, most), [nodes, most]);
  if (isOfNothing(error)) return <Unknown id={id} others={ids.length > 1} />;
  return (
    <>
      <Heading of={shown?.entities[0]} />
      {shown && <TimesAround around={around.data?.nodes ?? []} />}
      <Answer data={shown} nothing={NOTHING} {...{ error, fetching, retry }}>
        {(neighbourhood) => (
          <>
            <Panel title="Who is an insider of what">
              {neighbourhood.ties.length === 0 && <p role="status">{ALONE}</p>}
              <CutOffs of={neighbourhood.cutOff} most={most} change={show} />
              <Drawing of={neighbourhood} toggle={toggle} />
            </Panel>
            <Panel title="The same as a list">
              <NeighbourList of={neighbourhood} toggle={toggle} />
            </Panel>
          </>
        )}
      </Answer>
    </>
  );
}

type TimesSaid = Parameters<typeof sameTimes>[0];

const NOTHING = 'The ledger knows no person and no issuer under this address.';
const ALONE = 'On this day nobody was known to be connected.';

function Heading({ of }: { readonly of: Entity | undefined }) {
  if (of === undefined) return <h1>Graph</h1>;
  return (
    <>
      <Described
        title={`Around ${of.name}`}
        description={`Who is an insider of whom around ${of.name}, on any day, as known then.`}
      />
      <h1>
        Around <EntityLink entity={of}>{of.name}</EntityLink>
      </h1>
      <p>
        {kindWords(of)}
        {of.kind !== 'issuer' && (
          <>
            {' · '}
            <Link
              to="/path"
              search={(search: TimesSaid) => ({ ...sameTimes(search), from: of.id })}
            >
              Find a path to somebody
            </Link>
          </>
        )}
      </p>
    </>
  );
}

function Unknown({ id, others }: { readonly id: string; readonly others: boolean }) {
  return (
    <>
      <h1>Graph</h1>
      <p role="status">{others ? 'The address names what the ledger does not know.' : NOTHING}</p>
      {others && (
        <Link to="/graph/$id" params={{ id }} search={sameTimes}>
          See the first alone
        </Link>
      )}
    </>
  );
}
