import { AxisBottom, AxisLeft } from '@visx/axis';
import { curveStepAfter } from '@visx/curve';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { Area } from '@visx/shape';
import { addDays } from '../times/index.ts';
import { type Action, ActionMark, grouped, Shares, sumOf, useWidth } from '../ui/index.ts';
import type { Account, NamedAccount } from './account.ts';
import styles from './history.module.css';
import { amountTick, dayExtent, dayTick } from './scales.ts';
import { type Band, type Stack, stacksOf } from './stack.ts';

interface StackedChartsProps {
  readonly accounts: readonly NamedAccount[];
  readonly actions: readonly Action[];
  readonly asOf: string;
  readonly choose: (key: string) => void;
}

/** So many days after the one asked about it goes on, so that what begins on it is seen. */
const BEYOND = 30;
const HEIGHT = 220;
const MARGIN = { top: 12, right: 16, bottom: 26, left: 52 } as const;

/** What is held over time, the accounts one above another; each can be looked at by itself. */
export function StackedCharts({ accounts, actions, asOf, choose }: StackedChartsProps) {
  const stacks = stacksOf(accounts, addDays(asOf, BEYOND));
  return (
    <>
      {stacks.map((stack) => (
        <StackedChart key={stack.title} {...{ stack, actions, asOf, choose }} />
      ))}
    </>
  );
}

interface StackedChartProps extends Omit<StackedChartsProps, 'accounts'> {
  readonly stack: Stack;
}

function StackedChart({ stack, actions, asOf, choose }: StackedChartProps) {
  const [measured, width] = useWidth();
  return (
    <figure className={styles.account}>
      <figcaption>{stack.title}</figcaption>
      <div ref={measured} className={styles.chart}>
        {width > 0 && <Drawing {...{ stack, actions, asOf, width }} />}
      </div>
      <ul className={styles.series} aria-label={`Accounts of ${stack.title}`}>
        {stack.bands.map((band, at) => (
          <li key={band.named.key}>
            <svg width="12" height="12" aria-hidden="true">
              <rect width="12" height="12" {...paint(band, at)} />
            </svg>
            <button type="button" onClick={() => choose(band.named.key)}>
              {band.named.name}
            </button>
            <Shares of={amountOf(band.named.account, asOf)} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

interface DrawingProps extends Omit<StackedChartProps, 'choose'> {
  readonly width: number;
}

function Drawing({ stack, actions, asOf, width }: DrawingProps) {
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const bottom = HEIGHT - MARGIN.top - MARGIN.bottom;
  const x = scaleUtc({ domain: [...dayExtent(stack.days)], range: [0, inner] });
  const y = scaleLinear({ domain: [0, stack.most * 1.1 || 1], range: [bottom, 0] });
  const ticks = x.ticks(Math.max(2, Math.floor(inner / 90)));
  const held = sumOf(stack.bands.map(({ named }) => amountOf(named.account, asOf) ?? '0'));
  const from = stack.days[0] ?? asOf;
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`${stack.title} held over time, ${stack.bands.length} accounts: ${grouped(held)} on ${asOf}`}
    >
      <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
        <g className={styles.axes}>
          <AxisLeft scale={y} numTicks={4} tickFormat={(amount) => amountTick(Number(amount))} />
          <AxisBottom
            scale={x}
            top={bottom}
            tickValues={ticks}
            tickFormat={(tick) => dayTick(new Date(Number(tick)), ticks)}
          />
        </g>
        {stack.bands.map((band, at) => (
          <Area
            key={band.named.key}
            data={stack.days.map((day, index) => ({ day, span: band.spans[index] ?? [0, 0] }))}
            x={({ day }) => x(new Date(day))}
            y0={({ span }) => y(span[0])}
            y1={({ span }) => y(span[1])}
            curve={curveStepAfter}
            {...paint(band, at)}
          />
        ))}
        <line
          className={styles.asOf}
          x1={x(new Date(asOf))}
          x2={x(new Date(asOf))}
          y1={0}
          y2={bottom}
        />
        {actions
          .filter(
            ({ effectiveOn }) => effectiveOn >= from && effectiveOn <= (stack.days.at(-1) ?? asOf),
          )
          .map((action) => {
            const place = x(new Date(action.effectiveOn));
            return (
              <ActionMark
                key={`${action.kind} ${action.effectiveOn}`}
                action={action}
                x={place}
                height={bottom}
                isLeft={place < inner / 2}
              />
            );
          })}
      </g>
    </svg>
  );
}

function amountOf({ balances }: Account, day: string): string | undefined {
  return balances.findLast(({ from }) => from <= day)?.amount;
}

/** How an account held directly, or indirectly, is painted: the next of them a little lighter. */
function paint({ named }: Band, at: number) {
  const isDirect = named.account.ownership === 'DIRECT';
  return {
    fill: isDirect ? 'var(--direct)' : 'var(--indirect)',
    fillOpacity: [0.85, 0.6, 0.4][at % 3] ?? 0.85,
    stroke: 'var(--surface)',
    strokeWidth: 1,
  };
}
