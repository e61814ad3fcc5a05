import { curveStepAfter } from '@visx/curve';
import { LinePath } from '@visx/shape';
import { grouped } from '../ui/index.ts';
import type { Balance } from './account.ts';
import styles from './history.module.css';
import { stepsOf } from './steps.ts';

interface BalancesProps {
  readonly balances: readonly Balance[];
  readonly until: string;
  readonly place: {
    readonly x: (day: string) => number;
    readonly y: (amount: string) => number;
  };
  readonly width: number;
}

/** The steps of an account, with what is derived or breaks shown beside it. */
export function Balances({ balances, until, place, width }: BalancesProps) {
  const steps = stepsOf(balances, until);
  const last = steps.at(-1);
  if (last === undefined) return null;
  const corners = [
    ...steps.map(({ balance }) => ({ day: balance.from, amount: balance.amount })),
    { day: last.to, amount: last.balance.amount },
  ];
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <g aria-hidden="true">
      <LinePath
        className={styles.steps ?? ''}
        data={corners}
        x={({ day }) => place.x(day)}
        y={({ amount }) => place.y(amount)}
        curve={curveStepAfter}
      />
      {steps.map(({ balance, to }) => {
        const [x, y] = [place.x(balance.from), place.y(balance.amount)];
        const said = saidOf(balance);
        if (said === null) return null;
        const isLeft = x > width / 2;
        return (
          <g key={balance.from} className={styles.said}>
            {balance.derived && (
              <line className={styles.derived} x1={x} x2={place.x(to)} y1={y} y2={y} />
            )}
            <text x={x + (isLeft ? -4 : 4)} y={y + 20} textAnchor={isLeft ? 'end' : 'start'}>
              {said}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function saidOf({ derived, amount, reconciliation, difference }: Balance): string | null {
  if (derived) return `derived: ${grouped(amount)}`;
  if (reconciliation !== 'BREAK') return null;
  return difference === null ? 'break' : `break: ${grouped(difference)}`;
}
