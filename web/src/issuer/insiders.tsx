import { useState } from 'react';
import { useQuery } from 'urql';
import { InsidersDocument, type InsidersQuery } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Answer, Columns, Day, Panel, PersonLink, Roles, Table } from '../ui/index.ts';
import { bySecurity } from './by-security.ts';
import { HeldCells } from './held-cells.tsx';
import { Others } from './others.tsx';

interface InsidersProps {
  readonly issuer: string;
  readonly times: Times;
}

type Insider = NonNullable<InsidersQuery['issuer']>['insiders']['nodes'][number];

const NOBODY = 'Nobody was known to be an insider on this day.';

/** Who is an insider at the two times, as what, since when, and what each of them holds. */
export function Insiders({ issuer, times: { asOf, knownAt } }: InsidersProps) {
  const of = { id: issuer, asOf, knownAt };
  const [after, setAfter] = useState<{ of: string; cursor: string } | null>(null);
  // Another pair of times begins at its first page.
  const key = JSON.stringify(of);
  const [{ data, error, fetching }, retry] = useQuery({
    query: InsidersDocument,
    variables: { ...of, after: after?.of === key ? after.cursor : null },
  });
  const page = data?.issuer?.insiders;
  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return (
    <>
      <Panel title="Insiders">
        <Answer data={page?.nodes} nothing={NOBODY} {...{ error, fetching, retry }}>
          {(insiders) => <InsidersTable insiders={insiders} />}
        </Answer>
        {typeof cursor === 'string' && (
          <button type="button" onClick={() => setAfter({ of: key, cursor })}>
            More insiders
          </button>
        )}
      </Panel>
      {page && cursor === null && (
        <Others of={of} insiders={new Set(page.nodes.map(({ person }) => person.id))} />
      )}
    </>
  );
}

function InsidersTable({ insiders }: { readonly insiders: readonly Insider[] }) {
  return (
    <Table label="Insiders and what they hold">
      <Columns
        of={[
          'Insider',
          'Role',
          'Title',
          'Since',
          'Security',
          { amounts: 'Direct' },
          { amounts: 'Indirect' },
        ]}
      />
      {insiders.map((insider) => (
        <InsiderRows key={insider.person.id} insider={insider} />
      ))}
    </Table>
  );
}

function InsiderRows({ insider }: { readonly insider: Insider }) {
  const { person, sourceFiling } = insider;
  const held = bySecurity(person.holdings.nodes);
  const rows = Math.max(1, held.length);
  return (
    <tbody>
      {Array.from({ length: rows }, (_, at) => (
        <tr key={held[at]?.key ?? 'nothing'}>
          {at === 0 && (
            <>
              <th scope="rowgroup" rowSpan={rows}>
                <PersonLink person={person} />
                {person.holdings.pageInfo.hasNextPage && ' (and more holdings)'}
              </th>
              <td rowSpan={rows}>
                <Roles of={insider} />
              </td>
              <td rowSpan={rows}>{insider.officerTitle}</td>
              <td rowSpan={rows}>
                {sourceFiling.url === null ? (
                  <Day of={insider.from} />
                ) : (
                  <a href={sourceFiling.url} title="The first filing that says so" rel="noreferrer">
                    <Day of={insider.from} />
                  </a>
                )}
              </td>
            </>
          )}
          <HeldCells of={held[at]} />
        </tr>
      ))}
    </tbody>
  );
}
