import { useQuery } from 'urql';
import { ScreenDocument } from '../graphql/index.ts';
import { Answer, LoadMore, useCopyable, usePages } from '../ui/index.ts';
import { Clusters } from './clusters.tsx';
import { Filters } from './filters.tsx';
import { Nothing } from './nothing.tsx';
import { csvAddress, feedAddress, questionOf, type Subject } from './question.ts';
import styles from './screen.module.css';
import { ScreenTable } from './screen-table.tsx';
import { useScreenAddress } from './use-screen-address.ts';

interface ScreenProps {
  /** Of an issuer or a person; of all where left out. */
  readonly of?: Subject;
  /** What is shown where the address says nothing. */
  readonly usually: 'buys' | 'all';
  readonly knownAt: string | null;
}

/** Lines at once: of all, and of one issuer or person, among what else is shown of them. */
const PAGE = { ofAll: 50, ofOne: 15 } as const;

/** Transactions to choose among: presets, filters and orders, all of them in the address. */
export function Screen({ of = {}, usually, knownAt }: ScreenProps) {
  const { address, change } = useScreenAddress();
  const show = address.show ?? usually;
  const question = questionOf(address, of, { usually, knownAt });
  return (
    <div className={styles.screen}>
      <Filters
        {...{ address, change, show, of }}
        csv={show === 'clusters' ? null : csvAddress(question)}
        feed={show === 'clusters' ? null : feedAddress(question, of)}
      />
      {show === 'clusters' ? (
        <Clusters {...{ address, knownAt, change }} />
      ) : (
        <Lines {...{ question, address, change, of }} />
      )}
    </div>
  );
}

interface LinesProps extends Pick<ReturnType<typeof useScreenAddress>, 'address' | 'change'> {
  readonly question: ReturnType<typeof questionOf>;
  readonly of: Subject;
}

function Lines({ question, address, change, of }: LinesProps) {
  const { after, load } = usePages(JSON.stringify(question));
  const isOfOne = of.issuer !== undefined || of.person !== undefined;
  const variables = { ...question, first: isOfOne ? PAGE.ofOne : PAGE.ofAll, after };
  useCopyable('Transactions', ScreenDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: ScreenDocument, variables });
  const lines = data?.transactions.nodes;
  return (
    <Answer data={data} nothing="" {...{ error, fetching, retry }}>
      {({ transactions, newest }) =>
        lines?.length === 0 ? (
          <Nothing {...{ address, change, of }} newest={newest.nodes[0]?.knownAt ?? null} />
        ) : (
          <>
            <ScreenTable
              of={of}
              sorting={{ address, change }}
              lines={transactions.nodes}
              knownAt={question.knownAt ?? null}
            />
            <LoadMore what="transactions" page={transactions.pageInfo} {...{ fetching, load }} />
          </>
        )
      }
    </Answer>
  );
}
