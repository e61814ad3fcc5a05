import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { PersonDocument } from '../graphql/index.ts';
import { TimesSentence, useTimes } from '../times/index.ts';
import { Answer } from '../ui/index.ts';
import { HoldingsPanel } from './holdings-panel.tsx';
import { PersonFigures } from './person-figures.tsx';
import { type Person, PersonHeader } from './person-header.tsx';
import { PersonTimes } from './person-times.tsx';
import { Records } from './records.tsx';
import { useHoldings } from './use-holdings.ts';

/** Who somebody is, to whom, and what they held: as of a day, as known at another. */
export function PersonView() {
  const { id = '' } = useParams({ strict: false });
  // Nothing of one person stays when the address leads to the next.
  return <OnePerson key={id} id={id} />;
}

function OnePerson({ id }: { readonly id: string }) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: PersonDocument,
    variables: { by: /^\d{1,10}$/.test(id) ? { cik: id } : { id } },
    requestPolicy: 'cache-and-network',
  });
  const person = data?.person ?? null;
  const isNobody = isOfNothing(error) || (data !== undefined && person === null);
  return (
    <>
      {person === null && <title>{`${isNobody ? 'Nobody' : 'Person'} · insider-ledger`}</title>}
      {person === null && <h1>{isNobody ? 'Nobody is found' : 'Person'}</h1>}
      <Answer
        data={isNobody ? null : (person ?? undefined)}
        error={isNobody ? undefined : error}
        nothing="The ledger knows no person with the id in this address. Search for a name above."
        {...{ fetching, retry }}
      >
        {(found) => <Found person={found} />}
      </Answer>
    </>
  );
}

function Found({ person }: { readonly person: Person }) {
  const { times } = useTimes();
  const holdings = useHoldings(person.id, times);
  return (
    <>
      <PersonHeader person={person} />
      <TimesSentence of={person.id}>
        <PersonTimes id={person.id} />
      </TimesSentence>
      <PersonFigures id={person.id} times={times} held={holdings.held} />
      <HoldingsPanel holdings={holdings} />
      <Records id={person.id} />
    </>
  );
}
