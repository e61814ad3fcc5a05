import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { PersonDocument } from '../graphql/index.ts';
import { Answer } from '../ui/index.ts';
import { HoldingsPanel } from './holdings-panel.tsx';
import { PersonHeader } from './person-header.tsx';
import { Records } from './records.tsx';
import { RelationshipsPanel } from './relationships-panel.tsx';
import { TimesPanel } from './times-panel.tsx';

/** Who somebody is, to whom, and what they held: as of a day, as known at another. */
export function PersonView() {
  const { id = '' } = useParams({ strict: false });
  // Nothing of one person stays when the address leads to the next.
  return <OnePerson key={id} id={id} />;
}

function OnePerson({ id }: { readonly id: string }) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: PersonDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const node = data?.node;
  const person = node?.__typename === 'Person' ? node : null;
  const isNobody = isOfNothing(error) || (data !== undefined && person === null);
  return (
    <>
      <title>{`${person?.name ?? (isNobody ? 'Nobody' : 'Person')} · insider-ledger`}</title>
      {person === null && <h1>{isNobody ? 'Nobody is found' : 'Person'}</h1>}
      <Answer
        data={isNobody ? null : (person ?? undefined)}
        error={isNobody ? undefined : error}
        nothing="The ledger knows no person with the id in this address. Search for a name above."
        {...{ fetching, retry }}
      >
        {(found) => (
          <>
            <PersonHeader person={found} />
            <TimesPanel id={found.id} />
            <HoldingsPanel id={found.id} />
            <RelationshipsPanel id={found.id} />
            <Records id={found.id} />
          </>
        )}
      </Answer>
    </>
  );
}
