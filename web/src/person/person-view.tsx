import { useParams } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { type PersonBy, PersonDocument } from '../graphql/index.ts';
import { TimesSentence, useTimes } from '../times/index.ts';
import { Answer } from '../ui/index.ts';
import { HoldingsPanel } from './holdings-panel.tsx';
import { PersonFigures, usePersonFigures } from './person-figures.tsx';
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
  const { times } = useTimes();
  const by: PersonBy = /^\d{1,10}$/.test(id) ? { cik: id } : { id };
  const [{ data, error, fetching }, retry] = useQuery({
    query: PersonDocument,
    variables: { by },
    requestPolicy: 'cache-and-network',
  });
  // Asked at once, not when it is known who that is.
  const figures = usePersonFigures(by, times);
  const holdings = useHoldings(by, times);
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
        {(found) => <Found person={found} {...{ figures, holdings }} />}
      </Answer>
    </>
  );
}

interface FoundProps {
  readonly person: Person;
  readonly figures: ReturnType<typeof usePersonFigures>;
  readonly holdings: ReturnType<typeof useHoldings>;
}

function Found({ person, figures, holdings }: FoundProps) {
  // What stands below the holdings waits until these are shown.
  const isShown = useDeferredValue(holdings.held !== undefined || holdings.error !== undefined);
  return (
    <>
      <PersonHeader person={person} />
      <TimesSentence of={person.id}>
        <PersonTimes id={person.id} />
      </TimesSentence>
      <PersonFigures figures={figures} held={holdings.held} />
      <HoldingsPanel holdings={holdings} />
      {isShown && <Records id={person.id} />}
    </>
  );
}
