import { useQuery } from 'urql';
import { OthersWhoHoldDocument, type OthersWhoHoldQuery } from '../graphql/index.ts';
import { Answer, Columns, Panel, PersonLink, Table, usePages } from '../ui/index.ts';
import { bySecurity } from './by-security.ts';
import { HeldCells } from './held-cells.tsx';

interface OthersProps {
  readonly of: { readonly id: string; readonly asOf: string; readonly knownAt: string | null };
  /** Ids of those who are insiders. */
  readonly insiders: ReadonlySet<string>;
}

type Holding = NonNullable<OthersWhoHoldQuery['issuer']>['holdings']['nodes'][number];

/** Who is an insider no more, and what they held when they last reported: the totals count it. */
export function Others({ of, insiders }: OthersProps) {
  const { after, load } = usePages(JSON.stringify(of));
  const [{ data, error, fetching }, retry] = useQuery({
    query: OthersWhoHoldDocument,
    variables: { ...of, after },
  });
  const page = data?.issuer?.holdings;
  const others = (page?.nodes ?? []).filter(({ person }) => !insiders.has(person.id));
  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  if (error === undefined && others.length === 0 && typeof cursor !== 'string') return null;
  return (
    <Panel title="Former insiders">
      <p>What they held as they last reported it; the totals count it.</p>
      <Answer data={others} nothing="Nobody so far." {...{ error, fetching, retry }}>
        {(found) => <OthersTable others={found} />}
      </Answer>
      {typeof cursor === 'string' && (
        <button type="button" onClick={() => load(cursor)}>
          Look further
        </button>
      )}
    </Panel>
  );
}

function OthersTable({ others }: { readonly others: readonly Holding[] }) {
  const people = new Map(others.map(({ person }) => [person.id, person]));
  return (
    <Table label="Holdings of those who are no insiders any more">
      <Columns of={['Person', 'Security', { amounts: 'Direct' }, { amounts: 'Indirect' }]} />
      {[...people.values()].map((person) => {
        const held = bySecurity(others.filter((holding) => holding.person.id === person.id));
        return (
          <tbody key={person.id}>
            {held.map((security, at) => (
              <tr key={security.key}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={held.length}>
                    <PersonLink person={person} />
                  </th>
                )}
                <HeldCells of={security} />
              </tr>
            ))}
          </tbody>
        );
      })}
    </Table>
  );
}
