import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { type KeyboardEvent, useState } from 'react';
import { useWidth } from '../ui/index.ts';
import styles from './activity.module.css';
import type { Month } from './month.ts';
import { MonthBars } from './month-bars.tsx';
import { monthWords } from './month-words.ts';
import { monthsBetweenNames } from './months.ts';

const HEIGHT = 260;
const MARGIN = { top: 12, right: 8, bottom: 28, left: 64 };
const INNER = HEIGHT - MARGIN.top - MARGIN.bottom;
const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Bars of what was bought, upwards, and sold, downwards. One stop of the keyboard; arrows go from
 * month to month.
 */
export function ActivityChart({ months }: { readonly months: readonly Month[] }) {
  const [measured, width] = useWidth();
  const [described, setDescribed] = useState<string | null>(null);
  const at = Math.max(
    0,
    months.findIndex(({ from }) => from === described),
  );
  const move = (event: KeyboardEvent<SVGElement>) => {
    const next = STEPS[event.key]?.(at, months.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    const bars = event.currentTarget.querySelectorAll<SVGElement>('[data-month]');
    bars[Math.min(Math.max(next, 0), months.length - 1)]?.focus();
  };
  const month = described === null ? undefined : months[at];
  return (
    <div ref={measured}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: no fieldset can be drawn in.
        <svg
          width={width}
          height={HEIGHT}
          role="group"
          aria-label="Purchases and sales per month; left and right arrow keys go from month to month"
          className={styles.chart}
          onKeyDown={move}
        >
          <Drawing months={months} width={width} at={at} tell={setDescribed} />
        </svg>
      )}
      <p className={styles.note}>
        {month ? monthWords(month) : 'Point at a month, or go to it by arrow keys, to read it.'}
      </p>
    </div>
  );
}

interface DrawingProps {
  readonly months: readonly Month[];
  readonly width: number;
  readonly at: number;
  readonly tell: (month: string) => void;
}

function Drawing({ months, width, at, tell }: DrawingProps) {
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const across = scaleBand({
    domain: months.map(({ from }) => from),
    range: [0, inner],
    padding: 0.2,
  });
  // For the drawing alone: the text stays exact.
  const most = (side: 'purchases' | 'sales') =>
    Math.max(0, ...months.map((one) => Number(one[side].value)));
  const [bought, sold] = [most('purchases'), most('sales')];
  const down = scaleLinear({
    domain: bought + sold === 0 ? [-1, 1] : [-sold, bought],
    range: [INNER, 0],
    nice: 5,
  });
  const every = monthsBetweenNames(months.length, inner);
  return (
    <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused. */}
      <g aria-hidden="true" className={styles.axes}>
        <AxisLeft
          scale={down}
          numTicks={5}
          hideAxisLine
          tickFormat={(value) => SHORT.format(Math.abs(Number(value)))}
          label="USD"
          labelOffset={40}
        />
        <AxisBottom
          scale={across}
          top={INNER}
          hideTicks
          tickValues={months.filter((_, index) => index % every === 0).map(({ from }) => from)}
          tickFormat={(from) => from.slice(0, 7)}
        />
      </g>
      {months.map((month, index) => (
        <MonthBars
          key={month.from}
          month={month}
          across={{ left: across(month.from) ?? 0, band: across.bandwidth(), step: across.step() }}
          down={down}
          height={INNER}
          isStop={index === at}
          tell={tell}
        />
      ))}
      <line x1={0} x2={inner} y1={down(0)} y2={down(0)} className={styles.zero} />
    </g>
  );
}
