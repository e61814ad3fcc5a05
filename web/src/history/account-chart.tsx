import { useId, useState } from 'react';
import { type Action, useWidth } from '../ui/index.ts';
import type { NamedAccount } from './account.ts';
import { AccountTable } from './account-table.tsx';
import styles from './history.module.css';
import { marksOf } from './marks.ts';
import { Plot } from './plot.tsx';
import { useChosenMark } from './use-chosen-mark.ts';

interface AccountChartProps {
  readonly named: NamedAccount;
  /** The days that the axis spans: alike for all accounts, so that they can be compared. */
  readonly days: readonly string[];
  readonly asOf: string;
  readonly actions: readonly Action[];
  /** The id of a line that is shown at first. */
  readonly line: string | undefined;
}

/** An account's balance over time as steps, with its lines on it; and the same as a table. */
export function AccountChart(props: AccountChartProps) {
  const { named, days, asOf, actions, line } = props;
  const { name, account } = named;
  const box = useId();
  const [isOpen, setOpen] = useState(false);
  const [measured, width] = useWidth();
  const marks = marksOf(account);
  const asked = marks.findIndex(({ key }) => key === line);
  const chosen = useChosenMark(marks.length, asked === -1 ? null : asked);
  return (
    <figure className={styles.account}>
      <figcaption>{name}</figcaption>
      <div ref={measured} className={styles.chart} onPointerLeave={chosen.hide}>
        {width > 0 && (
          <Plot {...{ account, actions, marks, name, days, asOf, width, chosen, box }} />
        )}
      </div>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          As a table<span className="unseen">: {name}</span>
        </summary>
        {isOpen && <AccountTable name={name} account={account} marks={marks} />}
      </details>
    </figure>
  );
}
