import { Bar } from '@visx/shape';
import styles from './activity.module.css';
import type { Month } from './month.ts';
import { monthWords } from './month-words.ts';

interface MonthBarsProps {
  readonly month: Month;
  /** Where its band begins, how wide it is, and how far the next begins. */
  readonly across: { readonly left: number; readonly band: number; readonly step: number };
  /** Where a value bought, and one sold, stands. */
  readonly bought: (value: number) => number;
  readonly sold: (value: number) => number;
  readonly height: number;
  /** Whether the keyboard stops here when it comes to the chart. */
  readonly isStop: boolean;
  readonly tell: (month: string) => void;
}

/** One month of the chart: what was bought above the line, what was sold below it. */
export function MonthBars(props: MonthBarsProps) {
  const { month, across, bought, sold, height, isStop, tell } = props;
  const rise = bought(0) - bought(Number(month.purchases.value));
  const fall = sold(Number(month.sales.value)) - sold(0);
  const isBought = month.purchases.transactions > 0;
  const say = () => tell(month.from);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: what is focused is read, and does nothing.
    <g
      role="img"
      aria-label={monthWords(month)}
      tabIndex={isStop ? 0 : -1}
      data-month={month.from}
      className={styles.month}
      onFocus={say}
      onPointerEnter={say}
    >
      <rect
        className={styles.hit}
        x={across.left - (across.step - across.band) / 2}
        width={across.step}
        y={0}
        height={height}
      />
      <Bar
        className={styles.bought ?? ''}
        x={across.left}
        width={across.band}
        y={bought(0) - (isBought ? Math.max(1, rise) : 0)}
        height={seen(rise, month.purchases.transactions)}
      />
      <Bar
        className={styles.sold ?? ''}
        x={across.left}
        width={across.band}
        y={sold(0)}
        height={seen(fall, month.sales.transactions)}
      />
    </g>
  );
}

/** A trade that is small beside the others is a line at least. */
function seen(height: number, transactions: number): number {
  return transactions === 0 ? 0 : Math.max(1, height);
}
