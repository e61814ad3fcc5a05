import { useState } from 'react';
import { useQuery } from 'urql';
import { UnchangedDocument } from '../graphql/index.ts';
import {
  Amount,
  Answer,
  LoadMore,
  meaningOf,
  Panel,
  RowTable,
  useCopyable,
  usePages,
} from '../ui/index.ts';
import styles from './compare-view.module.css';
import { HeldBy, HeldWhat } from './held.tsx';
import { type Sides, variablesOf } from './sides.ts';
import { filterOf, type Subject } from './subject.ts';

interface UnchangedProps {
  readonly sides: Sides;
  readonly subject: Subject;
  /** The accounts that differ, all of them. */
  readonly differing: ReadonlySet<string>;
}

const PAGE = 100;

/** What is the same at both, asked for when it is opened. */
export function Unchanged(props: UnchangedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title="What is the same">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Holdings that are the same at both times</summary>
        {isOpen && <Same {...props} />}
      </details>
    </Panel>
  );
}

function Same({ sides, subject, differing }: UnchangedProps) {
  const { asOf, knownAt } = variablesOf(sides);
  const question = { asOf, knownAt, filter: filterOf(subject), first: PAGE };
  const { after, load } = usePages(JSON.stringify(question));
  const variables = { ...question, after };
  useCopyable('Holdings', UnchangedDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: UnchangedDocument, variables });
  return (
    <Answer data={data?.snapshot.holdings} nothing="" {...{ error, fetching, retry }}>
      {({ nodes, pageInfo }) => {
        const same = nodes.filter(({ account }) => !differing.has(account));
        return (
          <>
            {same.length === 0 && <p role="status">Nothing held then is the same.</p>}
            {same.length > 0 && (
              <RowTable label="The same" className={styles.table ?? ''}>
                <thead>
                  <tr>
                    <th scope="col">{subject.__typename === 'Person' ? 'Issuer' : 'Insider'}</th>
                    <th scope="col">Security</th>
                    <th scope="col" className="amounts">
                      Before and after
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {same.map((holding) => (
                    <tr key={holding.account} data-row>
                      <td className={styles.who}>
                        <HeldBy of={holding} subject={subject} />
                      </td>
                      <td className={styles.security}>
                        <HeldWhat holding={holding} />
                      </td>
                      <td className={`amounts ${styles.after}`}>
                        <Amount of={holding.amount} unit={holding.unit} />
                        {holding.status !== 'CURRENT' && (
                          <span className="mark" title={meaningOf('HoldingStatus', holding.status)}>
                            {holding.status.toLowerCase()}
                          </span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </RowTable>
            )}
            <LoadMore what="holdings" page={pageInfo} {...{ fetching, load }} />
          </>
        );
      }}
    </Answer>
  );
}
