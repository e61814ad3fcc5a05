import { neighbourOf } from './marks.ts';

interface StepButtonProps {
  /** Of the time that is moved. */
  readonly name: string;
  readonly where: 'before' | 'after';
  readonly steps: readonly string[];
  readonly from: string;
  readonly choose: (day: string) => void;
}

/** Moves a time to the filing before or after it. */
export function StepButton({ name, where, steps, from, choose }: StepButtonProps) {
  const to = neighbourOf(steps, from, where);
  return (
    <button
      type="button"
      disabled={to === null}
      onClick={() => to !== null && choose(to)}
      aria-label={`${name}: the filing ${where}`}
      title={to === null ? undefined : `The filing ${where}: ${to}`}
    >
      {where === 'before' ? '‹' : '›'}
    </button>
  );
}
