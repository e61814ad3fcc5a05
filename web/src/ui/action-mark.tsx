import type { CorporateActionKind } from '../graphql/index.ts';
import styles from './action-mark.module.css';
import { meaningOf } from './meaning-of.tsx';

/** A split or the like, as a chart marks it. */
export interface Action {
  readonly kind: CorporateActionKind;
  readonly effectiveOn: string;
  readonly oldShares: string;
  readonly newShares: string;
  readonly certain: boolean;
}

/** What a chart says of a corporate action: "1 for 50". */
function actionWords({ oldShares, newShares }: Action): string {
  return `${newShares} for ${oldShares}`;
}

interface ActionMarkProps {
  readonly action: Action;
  readonly x: number;
  readonly height: number;
  /** Whether there is room for its words on the right alone. */
  readonly isLeft: boolean;
}

/** A corporate action on a chart over time: a line, with its ratio beside it. */
export function ActionMark({ action, x, height, isLeft }: ActionMarkProps) {
  const words = actionWords(action);
  return (
    <g className={styles.action}>
      <title>
        {`${meaningOf('CorporateActionKind', action.kind)} ${words}, ${action.effectiveOn}${action.certain ? '' : ', worked out from balances'}`}
      </title>
      <line x1={x} x2={x} y1={0} y2={height} />
      <text x={x + (isLeft ? 4 : -4)} y={10} textAnchor={isLeft ? 'start' : 'end'}>
        {words}
      </text>
    </g>
  );
}
