import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { type KeyboardEvent, useState } from 'react';
import { ActionMark, useWidth } from '../ui/index.ts';
import styles from './activity.module.css';
import type { Action, Month } from './month.ts';
import { MonthBars } from './month-bars.tsx';
import { monthWords } from './month-words.ts';
import { monthsBetweenNames } from './months.ts';

const HEIGHT = 220;
const MARGIN = { top: 12, right: 8, bottom: 24, left: 52 };
/** Between what was bought and what was sold, each of which has a scale of its own. */
const BETWEEN = 8;
const INNER = HEIGHT - MARGIN.top - MARGIN.bottom;
const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

interface ActivityChartProps {
  readonly months: readonly Month[];
  readonly actions: readonly Action[];
}

/**
 * Bars of what was bought, upwards, and sold, downwards, on a scale each. One stop of the keyboard;
 * arrows go from month to month.
 */
export function ActivityChart({ months, actions }: ActivityChartProps) {
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
          <Drawing {...{ months, actions, width, at }} tell={setDescribed} />
        </svg>
      )}
      <p className={styles.note}>{month ? monthWords(month) : <Explained />}</p>
    </div>
  );
}

function Explained() {
  return (
    <>
      <span className={styles.above}>▲ Bought</span> above,{' '}
      <span className={styles.below}>▼ sold</span> below, each on a scale of its own from zero.
      Point at a month, or go to it by arrow keys.
    </>
  );
}

interface DrawingProps extends ActivityChartProps {
  readonly width: number;
  readonly at: number;
  readonly tell: (month: string) => void;
}

function Drawing({ months, actions, width, at, tell }: DrawingProps) {
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const across = scaleBand({
    domain: months.map(({ from }) => from),
    range: [0, inner],
    padding: 0.2,
  });
  // For the drawing alone: the text stays exact.
  const most = (side: 'purchases' | 'sales') =>
    Math.max(0, ...months.map((one) => Number(one[side].value)));
  const half = (INNER - BETWEEN) / 2;
  const bought = scaleLinear({ domain: [0, most('purchases') || 1], range: [half, 0], nice: 2 });
  const sold = scaleLinear({
    domain: [0, most('sales') || 1],
    range: [half + BETWEEN, INNER],
    nice: 2,
  });
  const monthAt = (day: string) => {
    const month = months.findLast(({ from }) => from <= day);
    return month === undefined || day > month.to ? null : (across(month.from) ?? 0);
  };
  const every = monthsBetweenNames(months.length, inner);
  return (
    <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused. */}
      <g aria-hidden="true" className={styles.axes}>
        {[bought, sold].map((scale, side) => (
          <AxisLeft
            key={side === 0 ? 'bought' : 'sold'}
            scale={scale}
            // What there is nothing of has no scale.
            tickValues={most(side === 0 ? 'purchases' : 'sales') === 0 ? [0] : scale.ticks(2)}
            hideAxisLine
            tickFormat={(value) =>
              // The two zeros lie on one another nearly.
              Number(value) === 0 && side === 1 ? '' : `$${SHORT.format(Number(value))}`
            }
          />
        ))}
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
          bought={bought}
          sold={sold}
          height={INNER}
          isStop={index === at}
          tell={tell}
        />
      ))}
      {[bought(0), sold(0)].map((y) => (
        <line key={y} x1={0} x2={inner} y1={y} y2={y} className={styles.zero} />
      ))}
      {actions.map((action) => {
        const x = monthAt(action.effectiveOn);
        return (
          x !== null && (
            <ActionMark
              key={`${action.kind} ${action.effectiveOn}`}
              {...{ action, x }}
              height={INNER}
              isLeft={x < inner / 2}
            />
          )
        );
      })}
    </g>
  );
}
