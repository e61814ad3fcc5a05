import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { FilingsList } from '../filings/index.ts';
import { PersonIssuersDocument } from '../graphql/index.ts';
import { PersonHistory } from '../history/index.ts';
import { Screen } from '../screen/index.ts';
import { useTimes } from '../times/index.ts';
import { Answer, Panel } from '../ui/index.ts';
import { RelationshipsPanel } from './relationships-panel.tsx';

/** What a person's filings say over time: balances, transactions, and the filings themselves. */
export function Records({ id }: { readonly id: string }) {
  const { times } = useTimes();
  return (
    <>
      <div id="balances">
        <Panel title="Balances over time">
          <Balances id={id} />
        </Panel>
      </div>
      <Panel title="Transactions">
        <Screen of={{ person: id }} usually="all" knownAt={times.knownAt} />
      </Panel>
      <RelationshipsPanel id={id} />
      <Panel title="Filings">
        <FilingsList subjectId={id} times={times} />
      </Panel>
    </>
  );
}

/** The issuer and the account chosen stand in the address. */
function Balances({ id }: { readonly id: string }) {
  const { issuer, account, line } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { times } = useTimes();
  const [{ data, error, fetching }, retry] = useQuery({
    query: PersonIssuersDocument,
    variables: { id },
  });
  const choose = (chosen: { issuer?: string; account: string | undefined; line: undefined }) => {
    void navigate({
      to: '.',
      search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...chosen }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Answer
      data={data?.issuers.nodes}
      nothing="No issuer is known."
      {...{ error, fetching, retry }}
    >
      {(issuers) => (
        <PersonHistory
          personId={id}
          chooseIssuer={(chosen) => choose({ issuer: chosen, account: undefined, line: undefined })}
          chooseAccount={(chosen) => choose({ account: chosen, line: undefined })}
          {...{ issuers, issuer, account, line, times }}
        />
      )}
    </Answer>
  );
}
