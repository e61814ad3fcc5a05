import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { FilingsList } from '../filings/index.ts';
import { type IssuerBy, IssuerDocument } from '../graphql/index.ts';
import { Screen } from '../screen/index.ts';
import { TimesSentence, useTimes } from '../times/index.ts';
import { Answer, Panel } from '../ui/index.ts';
import { Activity } from './activity.tsx';
import { Insiders } from './insiders.tsx';
import { IssuerFigures } from './issuer-figures.tsx';
import { IssuerHeader } from './issuer-header.tsx';
import { IssuerTimes } from './issuer-times.tsx';
import { Ownership } from './ownership.tsx';

const NOTHING = 'The ledger knows no issuer under this address.';

/** An issuer: its insiders and what they hold at the two times, and what they bought and sold. */
export function IssuerView() {
  const { id = '' } = useParams({ strict: false });
  return <OneIssuer by={issuerBy(id)} />;
}

/** The same, under an address that is its ticker alone. */
export function TickerView() {
  const { ticker = '' } = useParams({ strict: false });
  return <OneIssuer by={{ ticker }} />;
}

/** What an address names an issuer by: its CIK, its ticker, or an id. */
function issuerBy(name: string): IssuerBy {
  if (/^\d{1,10}$/.test(name)) return { cik: name };
  return /^[A-Z][A-Z0-9.-]{0,9}$/.test(name) ? { ticker: name } : { id: name };
}

function OneIssuer({ by }: { readonly by: IssuerBy }) {
  const { times } = useTimes();
  const [{ data, error, fetching }, retry] = useQuery({ query: IssuerDocument, variables: { by } });
  const unknown = isOfNothing(error);
  return (
    <>
      {!data?.issuer && <h1>Issuer</h1>}
      <Answer
        data={unknown ? null : data?.issuer}
        error={unknown ? undefined : error}
        nothing={NOTHING}
        {...{ fetching, retry }}
      >
        {(issuer) => (
          <>
            <IssuerHeader issuer={issuer} times={times} />
            <TimesSentence of={issuer.id}>
              <IssuerTimes issuer={issuer.id} />
            </TimesSentence>
            <IssuerFigures issuer={issuer.id} times={times} />
            <Activity issuer={issuer.id} times={times} />
            <Panel title="Transactions">
              <Screen of={{ issuer: issuer.id }} usually="all" knownAt={times.knownAt} />
            </Panel>
            <Insiders issuer={issuer.id} times={times} />
            <Ownership issuer={issuer.id} times={times} />
            <Panel title="Filings">
              <FilingsList subjectId={issuer.id} times={times} />
            </Panel>
          </>
        )}
      </Answer>
    </>
  );
}
