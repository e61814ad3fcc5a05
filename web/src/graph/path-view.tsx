import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { FilingsAroundDocument, type FilingsAroundQuery } from '../graphql/index.ts';
import { useTimes } from '../times/index.ts';
import { Described, shownName } from '../ui/index.ts';
import { EndField, type PersonAtEnd } from './end-field.tsx';
import { FoundPath } from './found-path.tsx';
import styles from './path-view.module.css';
import { TimesAround } from './times-around.tsx';

/** How two people are connected at the two times, over issuers of which both are insiders. */
export function PathView() {
  const { from, to } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { times } = useTimes();
  const ids = [from, to].filter((id) => id !== undefined);
  const [{ data }] = useQuery({
    query: FilingsAroundDocument,
    variables: { ids },
    pause: ids.length === 0,
  });
  const known = ids.length === 0 ? [] : (data?.nodes ?? []);
  const ends = { from: personWith(from, known), to: personWith(to, known) };
  const choose = (chosen: { from?: string | undefined; to?: string | undefined }) => {
    void navigate({
      to: '.',
      search: (previous: Readonly<Record<string, unknown>>) => ({ ...previous, ...chosen }),
      resetScroll: false,
    });
  };
  return (
    <>
      <Described title={titleOf(ends)} description="What connects two insiders, step by step." />
      <h1>Path between two people</h1>
      <p>
        Two people are connected where both are insiders of one issuer at the same time; and over
        others who are.
      </p>
      <div className={styles.ends}>
        <EndField name="From" person={ends.from} chosen={(id) => choose({ from: id })} />
        <EndField name="To" person={ends.to} chosen={(id) => choose({ to: id })} />
        <button
          type="button"
          disabled={ids.length === 0}
          onClick={() => choose({ from: to, to: from })}
        >
          Swap
        </button>
      </div>
      <TimesAround around={known} />
      {from !== undefined && to !== undefined ? (
        <FoundPath ends={{ from, to }} names={ends} times={times} />
      ) : (
        <p role="status">Choose two people to see what connects them.</p>
      )}
    </>
  );
}

function personWith(
  id: string | undefined,
  known: FilingsAroundQuery['nodes'],
): PersonAtEnd | null {
  const node = known.find((one) => one?.id === id);
  return node?.__typename === 'Person' ? node : null;
}

function titleOf({ from, to }: Record<'from' | 'to', PersonAtEnd | null>): string {
  return from && to ? `From ${shownName(from)} to ${shownName(to)}` : 'Path';
}
