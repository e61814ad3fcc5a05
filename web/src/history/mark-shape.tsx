import { grouped, meaningOf } from '../ui/index.ts';
import type { Point } from './account.ts';
import styles from './history.module.css';
import type { Mark, Spot } from './marks.ts';
import type { ChosenMark } from './use-chosen-mark.ts';

interface MarkShapeProps {
  readonly mark: Mark;
  readonly index: number;
  readonly at: Spot;
  /** Where it would be, if it did not lie on another. */
  readonly from: Spot;
  readonly chosen: ChosenMark;
  readonly box: string;
  /** Whether there is no room for letters. */
  readonly isDense: boolean;
}

/** A line on a chart: a circle where it acquired, a square where it disposed, with its code. */
export function MarkShape({ mark, index, at, from, chosen, box, isDense }: MarkShapeProps) {
  const isShown = chosen.shown === index;
  const { point, balance } = mark;
  return (
    <>
      {at !== from && (
        <line className={styles.leader} x1={from.x} y1={from.y} x2={at.x} y2={at.y} />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: there is no button within an svg. */}
      <g
        role="button"
        data-mark={index}
        tabIndex={chosen.tabStop === index ? 0 : -1}
        aria-label={nameOf(mark)}
        aria-describedby={isShown ? box : undefined}
        className={styles.mark}
        data-way={wayOf(point)}
        data-break={point.reconciliation === 'BREAK' || undefined}
        data-derived={balance?.derived || undefined}
        data-shown={isShown || undefined}
        transform={`translate(${at.x},${at.y})`}
        onPointerEnter={() => chosen.show(index)}
        onClick={() => chosen.show(index)}
        onFocus={() => chosen.show(index)}
        onBlur={chosen.hide}
      >
        <Shape way={wayOf(point)} half={isDense ? 4 : 8} />
        {!isDense && point.source.__typename === 'TransactionReported' && (
          <text dy="0.35em">{point.source.code ?? '?'}</text>
        )}
      </g>
    </>
  );
}

function Shape({ way, half }: { readonly way: string; readonly half: number }) {
  if (way === 'holding') return <circle r={Math.min(half, 5)} />;
  if (way === 'DISPOSED') return <rect x={-half} y={-half} width={2 * half} height={2 * half} />;
  return <circle r={half} />;
}

function wayOf({ source }: Point): string {
  if (source.__typename === 'HoldingReported') return 'holding';
  return source.acquiredDisposed ?? 'unknown';
}

/** What a mark is, in words: day, code with its meaning, amount. */
function nameOf({ point, amount, balance }: Mark): string {
  const { source, effectiveOn } = point;
  const what =
    source.__typename === 'HoldingReported'
      ? 'holding reported'
      : source.code === null
        ? `code ${source.codeAsFiled}`
        : `${source.code}, ${meaningOf('TransactionCode', source.code)}`;
  const said = [
    ...(balance?.derived ? ['derived'] : []),
    ...(point.reconciliation === 'BREAK' ? ['break'] : []),
  ];
  return [effectiveOn, what, `${grouped(amount)} after it`, ...said].join(', ');
}
