import { useQuery } from 'urql';
import { OwnershipDocument, type OwnershipQuery } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Amount, Answer, Columns, MeaningOf, Panel, Table } from '../ui/index.ts';
import { SecurityName } from './security-name.tsx';

interface OwnershipProps {
  readonly issuer: string;
  readonly times: Times;
}

type Total = NonNullable<OwnershipQuery['issuer']>['ownership'][number];

/** What all of them hold together, security by security. */
export function Ownership({ issuer, times: { asOf, knownAt } }: OwnershipProps) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: OwnershipDocument,
    variables: { id: issuer, asOf, knownAt },
  });
  return (
    <Panel title="Ownership in total">
      <Answer
        data={data?.issuer?.ownership}
        nothing="Nothing was known to be held on this day."
        {...{ error, fetching, retry }}
      >
        {(totals) => (
          <>
            <p>What several owners report as one block is counted once.</p>
            <TotalsTable totals={totals} />
          </>
        )}
      </Answer>
    </Panel>
  );
}

function TotalsTable({ totals }: { readonly totals: readonly Total[] }) {
  return (
    <Table label="Ownership in total">
      <Columns
        of={[
          'Security',
          ...['Direct', 'Indirect', 'Total', 'People'].map((amounts) => ({ amounts })),
        ]}
      />
      <tbody>
        {totals.map((of) => (
          <tr key={JSON.stringify([of.security, of.unit])}>
            <th scope="row">
              <SecurityName of={of.security} />
              {of.unit === 'UNDERLYING_SHARES' && (
                <>
                  {', '}
                  <MeaningOf type="Unit" value={of.unit} />
                </>
              )}
            </th>
            {[of.direct, of.indirect, of.total].map((amount, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always these.
              <td key={at} className="amounts">
                <Amount of={amount} unit={of.unit} />
              </td>
            ))}
            <td className="amounts">{of.people}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
