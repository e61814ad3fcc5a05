import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { FilingsList } from '../filings/index.ts';
import { TryoutDocument } from '../graphql/index.ts';
import { PersonHistory } from '../history/index.ts';
import { useTimes } from '../times/index.ts';
import { TransactionsTable } from '../transactions/index.ts';
import { Panel } from '../ui/index.ts';

/** A place to try out the rooms, until the view is written. */
export function PersonView() {
  const { id = '' } = useParams({ strict: false });
  const { issuer, account } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { times } = useTimes();
  const [{ data }] = useQuery({ query: TryoutDocument, variables: { id } });
  const choose = (changed: object) =>
    void navigate({
      to: '.',
      search: (previous: object) => ({ ...previous, ...changed }),
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <h1>{data?.person?.name}</h1>
      <Panel title="Balances over time">
        {data !== undefined && (
          <PersonHistory
            personId={id}
            issuers={data.issuers.nodes}
            issuer={issuer}
            chooseIssuer={(chosen) => choose({ issuer: chosen, account: undefined })}
            account={account}
            chooseAccount={(chosen) => choose({ account: chosen })}
            times={times}
          />
        )}
      </Panel>
      <Panel title="Transactions">
        <TransactionsTable subjectId={id} times={times} />
      </Panel>
      <Panel title="Filings">
        <FilingsList subjectId={id} times={times} />
      </Panel>
    </>
  );
}
