import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { FilingsList } from '../filings/index.ts';
import { IssuerDocument } from '../graphql/index.ts';
import { FilingTimes, useTimes } from '../times/index.ts';
import { Answer, Panel } from '../ui/index.ts';
import { Activity } from './activity.tsx';
import { Insiders } from './insiders.tsx';
import { IssuerHeader } from './issuer-header.tsx';
import { Ownership } from './ownership.tsx';

const NOTHING = 'The ledger knows no issuer under this address.';

/** An issuer: its insiders and what they hold at the two times, and what they bought and sold. */
export function IssuerView() {
  const { id = '' } = useParams({ strict: false });
  const { times } = useTimes();
  const [{ data, error, fetching }, retry] = useQuery({ query: IssuerDocument, variables: { id } });
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
            <IssuerHeader issuer={issuer} />
            <Panel title="As of a day, as known at another">
              <FilingTimes filings={[...issuer.marked.nodes, ...issuer.oldest.nodes]} />
            </Panel>
            <Insiders issuer={issuer.id} times={times} />
            <Ownership issuer={issuer.id} times={times} />
            <Activity issuer={issuer.id} asOf={times.asOf} />
            <Panel title="Filings">
              <FilingsList subjectId={issuer.id} times={times} />
            </Panel>
          </>
        )}
      </Answer>
    </>
  );
}
