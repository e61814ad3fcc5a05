import { useQuery } from 'urql';
import { ChangesDocument } from '../graphql/index.ts';
import { Answer, Figure, Figures, LoadMore, Panel, useCopyable, usePages } from '../ui/index.ts';
import { ChangesTable } from './changes-table.tsx';
import styles from './compare-view.module.css';
import { type Sides, sideWords, variablesOf } from './sides.ts';
import { bySize, type Change, differs, filterOf, type Subject } from './subject.ts';
import { Unchanged } from './unchanged.tsx';

interface ChangesProps {
  readonly sides: Sides;
  /** Null: everybody. */
  readonly subject: Subject | null;
}

const PAGE = 100;

/** The holdings that differ between the two, with what changed them. */
export function Changes({ sides, subject }: ChangesProps) {
  const question = { ...variablesOf(sides), filter: filterOf(subject), first: PAGE };
  const { after, load } = usePages(JSON.stringify(question));
  const variables = { ...question, after };
  useCopyable('Differences', ChangesDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: ChangesDocument, variables });
  return (
    <Answer data={data?.snapshot.changesSince} nothing="" {...{ error, fetching, retry }}>
      {({ nodes: all, totalCount, totalCountIsAtLeast, pageInfo }) => {
        const nodes = bySize(all.filter(differs));
        const count = pageInfo.hasNextPage
          ? `${totalCount}${totalCountIsAtLeast ? '+' : ''}`
          : String(nodes.length);
        return (
          <>
            <Counts nodes={nodes} count={count} />
            <Panel title="What differs">
              {nodes.length === 0 ? (
                <p role="status" className={styles.hint}>
                  Nothing differs between {sideWords(sides.before)} and {sideWords(sides.after)}.
                </p>
              ) : (
                <ChangesTable changes={nodes} {...{ sides, subject }} />
              )}
              <LoadMore what="differences" page={pageInfo} {...{ fetching, load }} />
            </Panel>
            {subject !== null && !pageInfo.hasNextPage && (
              <Unchanged
                {...{ sides, subject }}
                differing={new Set(nodes.map(({ account }) => account))}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

function Counts({ nodes, count }: { readonly nodes: readonly Change[]; readonly count: string }) {
  const isAll = count === String(nodes.length);
  const of = (is: (change: Change) => boolean) => String(nodes.filter(is).length);
  const kinds = [
    ['More', ({ before, after }) => before !== null && after !== null && grew(before, after) > 0],
    ['Less', ({ before, after }) => before !== null && after !== null && grew(before, after) < 0],
    ['New', ({ before }) => before === null],
    ['No longer held', ({ after }) => after === null],
  ] satisfies [string, (change: Change) => boolean][];
  return (
    <Figures>
      <Figure name="Holdings that differ">{count}</Figure>
      {isAll &&
        kinds.map(([name, is]) => (
          <Figure key={name} name={name}>
            {of(is)}
          </Figure>
        ))}
    </Figures>
  );
}

/** For the sign alone: the amounts shown are exact. */
function grew(before: { readonly amount: string }, after: { readonly amount: string }): number {
  return Number(after.amount) - Number(before.amount);
}
