import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { type Action, ActionMark } from '../ui/index.ts';
import type { Account } from './account.ts';
import { Balances } from './balances.tsx';
import styles from './history.module.css';
import { LineBox } from './line-box.tsx';
import { MarkShape } from './mark-shape.tsx';
import { type Mark, spread } from './marks.ts';
import { amountExtent, amountTick, dayExtent, dayTick } from './scales.ts';
import { lastDay } from './steps.ts';
import type { ChosenMark } from './use-chosen-mark.ts';

interface PlotProps {
  readonly account: Account;
  readonly actions: readonly Action[];
  readonly marks: readonly Mark[];
  readonly name: string;
  readonly days: readonly string[];
  readonly asOf: string;
  readonly width: number;
  readonly chosen: ChosenMark;
  /** The id of what tells the line of the mark shown. */
  readonly box: string;
}

const HEIGHT = 190;
const MARGIN = { top: 12, right: 24, bottom: 26, left: 52 } as const;
const SIZE = 17;

/** The drawing of an account: axes, steps, the day asked about, and a mark for each line. */
export function Plot(props: PlotProps) {
  const { account, actions, marks, name, days, asOf, width, chosen, box } = props;
  const domain = dayExtent([...days, asOf]);
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const bottom = HEIGHT - MARGIN.top - MARGIN.bottom;
  const x = scaleUtc({ domain: [...domain], range: [0, inner] });
  const amounts = [...account.balances, ...marks].map(({ amount }) => amount);
  const extent = amountExtent(amounts);
  const y = scaleLinear({ domain: [...extent], range: [bottom, 0] });
  const ticks = x.ticks(Math.max(2, Math.floor(inner / 90)));
  const place = { x: (day: string) => x(new Date(day)), y: (amount: string) => y(Number(amount)) };
  const end = days.reduce((last, day) => (day > last ? day : last), asOf);
  const spots = marks.map(({ point, amount }) => ({
    x: place.x(point.effectiveOn),
    y: place.y(amount),
  }));
  const isDense = marks.length * SIZE > 2 * inner;
  const placed = isDense ? spots : spread(spots, SIZE, inner);
  const shown = chosen.shown === null ? undefined : marks[chosen.shown];
  const shownAt = placed[chosen.shown ?? 0]?.x ?? 0;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset. */}
      <svg
        width={width}
        height={HEIGHT}
        role="group"
        aria-label={`Balance of ${name}: ${marks.length} lines; the arrow keys go from one to the next`}
        onKeyDown={chosen.onKeyDown}
      >
        <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus. */}
          <g aria-hidden="true" className={styles.axes}>
            <AxisLeft scale={y} numTicks={4} tickFormat={(amount) => amountTick(Number(amount))} />
            <AxisBottom
              scale={x}
              top={bottom}
              tickValues={ticks}
              tickFormat={(tick) => dayTick(new Date(Number(tick)), ticks)}
            />
            <line
              className={styles.asOf}
              x1={place.x(asOf)}
              x2={place.x(asOf)}
              y1={0}
              y2={bottom}
            />
          </g>
          <Balances
            balances={account.balances}
            until={lastDay(end, account.security.expiresOn)}
            place={place}
            width={inner}
          />
          {extent[0] > 0 && (
            <text className={styles.broken} y={bottom - 4} x={4}>
              the axis begins at {amountTick(extent[0])}, not at zero
            </text>
          )}
          {actions
            .filter(({ effectiveOn }) => Date.parse(effectiveOn) > domain[0].getTime())
            .map((action) => (
              <ActionMark
                key={`${action.kind} ${action.effectiveOn}`}
                action={action}
                x={place.x(action.effectiveOn)}
                height={bottom}
                isLeft={place.x(action.effectiveOn) < inner / 2}
              />
            ))}
          {marks.map((mark, index) => (
            <MarkShape
              key={mark.key}
              {...{ mark, index, chosen, box, isDense }}
              at={placed[index] ?? { x: 0, y: 0 }}
              from={spots[index] ?? { x: 0, y: 0 }}
            />
          ))}
        </g>
      </svg>
      {shown !== undefined && (
        <LineBox id={box} mark={shown} unit={account.unit} at={MARGIN.left + shownAt} />
      )}
    </>
  );
}
