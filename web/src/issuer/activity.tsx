import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ActivityDocument } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Answer, Panel, useCopyable } from '../ui/index.ts';
import styles from './activity.module.css';
import { ActivityChart } from './activity-chart.tsx';
import { ActivityTable } from './activity-table.tsx';
import type { Action, Month } from './month.ts';
import { endOfMonths, twoYearsUpTo } from './months.ts';
import { useIssuerFigures } from './use-issuer-figures.ts';

interface ActivityProps {
  readonly issuer: string;
  readonly times: Times;
}

/** Purchases and sales in the open market, month by month, in the range that the address says. */
export function Activity({ issuer, times }: ActivityProps) {
  const search = useSearch({ strict: false });
  const figures = useIssuerFigures(issuer, times);
  const last = figures.data?.transactions.nodes[0]?.effectiveOn;
  const usual = twoYearsUpTo(search.to ?? endOfMonths(times.asOf, last));
  const range = { from: search.from ?? usual.from, to: usual.to };
  const backwards = range.from > range.to;
  const variables = { id: issuer, ...range, knownAt: times.knownAt };
  useCopyable('Purchases and sales', ActivityDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({
    query: ActivityDocument,
    variables,
    // When the last trade was is known with the key figures.
    pause: backwards || (search.to === undefined && figures.fetching),
  });
  return (
    <Panel title="Purchases and sales per month" beside={<Range {...range} />}>
      {backwards ? (
        <p role="status">The range ends before it begins.</p>
      ) : (
        <Answer data={data?.issuer} nothing="" {...{ error, fetching, retry }}>
          {({ activity, corporateActions }) => (
            <Months months={activity} actions={corporateActions} range={range} />
          )}
        </Answer>
      )}
    </Panel>
  );
}

interface MonthsProps {
  readonly months: readonly Month[];
  readonly actions: readonly Action[];
  readonly range: { readonly from: string; readonly to: string };
}

function Months({ months, actions, range }: MonthsProps) {
  const isQuiet = months.every(
    ({ purchases, sales }) => purchases.transactions + sales.transactions === 0,
  );
  const none = <p role="status">Nobody bought or sold in these months.</p>;
  const isIn = ({ effectiveOn: on }: Action) => on >= range.from && on <= range.to;
  // A chart of nothing says less than the sentence.
  if (isQuiet && !actions.some(isIn)) return none;
  return (
    <>
      {isQuiet && none}
      <ActivityChart months={months} actions={actions} />
      <details className={styles.same}>
        <summary>The same as a table</summary>
        <ActivityTable months={months} />
      </details>
    </>
  );
}

function Range({ from, to }: { readonly from: string; readonly to: string }) {
  const navigate = useNavigate();
  const change = (changed: { from?: string; to?: string }) => {
    void navigate({
      to: '.',
      search: (previous: Readonly<Record<string, unknown>>) => ({ ...previous, ...changed }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <span className={styles.range}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {end === 'from' ? 'From ' : 'To '}
          <input
            type="date"
            value={end === 'from' ? from : to}
            onChange={({ target }) => {
              if (target.validity.valid && target.value !== '') change({ [end]: target.value });
            }}
          />
        </label>
      ))}
    </span>
  );
}
