import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ActivityDocument } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Answer, Panel } from '../ui/index.ts';
import styles from './activity.module.css';
import { ActivityChart } from './activity-chart.tsx';
import { ActivityTable } from './activity-table.tsx';
import type { Action, Month } from './month.ts';
import { twoYearsUpTo } from './months.ts';

interface ActivityProps {
  readonly issuer: string;
  readonly times: Times;
}

/** Purchases and sales in the open market, month by month, in the range that the address says. */
export function Activity({ issuer, times: { asOf, knownAt } }: ActivityProps) {
  const search = useSearch({ strict: false });
  const usual = twoYearsUpTo(search.to ?? asOf);
  const range = { from: search.from ?? usual.from, to: usual.to };
  const backwards = range.from > range.to;
  const [{ data, error, fetching }, retry] = useQuery({
    query: ActivityDocument,
    variables: { id: issuer, ...range, knownAt },
    pause: backwards,
  });
  return (
    <Panel title="Purchases and sales per month" beside={<Range {...range} />}>
      {backwards ? (
        <p role="status">The range ends before it begins.</p>
      ) : (
        <Answer data={data?.issuer} nothing="" {...{ error, fetching, retry }}>
          {({ activity, corporateActions }) => (
            <Months months={activity} actions={corporateActions} />
          )}
        </Answer>
      )}
    </Panel>
  );
}

interface MonthsProps {
  readonly months: readonly Month[];
  readonly actions: readonly Action[];
}

function Months({ months, actions }: MonthsProps) {
  const none = months.every(
    ({ purchases, sales }) => purchases.transactions + sales.transactions === 0,
  );
  return (
    <>
      {none && <p role="status">Nobody bought or sold in these months.</p>}
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
