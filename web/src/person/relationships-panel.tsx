import { useQuery } from 'urql';
import { RoleHistoryDocument } from '../graphql/index.ts';
import { type Times, today, useTimes } from '../times/index.ts';
import { Answer, Columns, Panel, Table } from '../ui/index.ts';
import { type Period, PeriodRow } from './period-row.tsx';
import styles from './person.module.css';
import { placeOn, wholeAxis } from './place-periods.ts';

/**
 * What somebody ever was to which issuers, as known then; marked is what holds on the day asked
 * about.
 */
export function RelationshipsPanel({ id }: { readonly id: string }) {
  const { times } = useTimes();
  const [{ data, error, fetching }, retry] = useQuery({
    query: RoleHistoryDocument,
    variables: { id, knownAt: times.knownAt },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Panel title="Relationships">
      <Answer
        data={data?.person?.roleHistory}
        nothing="No filing known then says what this person is to an issuer."
        {...{ error, fetching, retry }}
      >
        {(periods) => <Periods {...{ periods, times }} />}
      </Answer>
    </Panel>
  );
}

/** Whether a relationship holds on a day; its last day is the one before `to`. */
function holdsOn({ from, to }: Pick<Period, 'from' | 'to'>, day: string): boolean {
  return from <= day && (to === null || day < to);
}

function Periods({
  periods,
  times: { asOf },
}: {
  readonly periods: readonly Period[];
  readonly times: Times;
}) {
  const axis = wholeAxis(periods, today());
  const holding = periods.filter((period) => holdsOn(period, asOf)).length;
  return (
    <>
      <p className={styles.quiet}>
        On {asOf}: {holding === 0 ? 'none of these holds' : `${holding} of ${periods.length} hold`}
        {holding === 1 && 's'}.
      </p>
      <Table label="Relationships over time">
        <Columns
          of={['Issuer', 'Is', 'Title', 'From', 'Until', `On ${asOf}`, 'Over time', 'Said by']}
        />
        <tbody>
          {periods.map((period) => (
            <PeriodRow
              key={`${period.issuer.id} ${period.from}`}
              period={period}
              holds={holdsOn(period, asOf)}
              placed={placeOn(axis, period)}
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}
