import { meaningOf } from '../ui/index.ts';

interface PlanProps {
  readonly of: {
    readonly box: 'ABSENT' | 'CHECKED' | 'UNCHECKED';
    readonly mentioned: boolean;
    readonly negated: boolean;
  };
}

/** That a trade was made under a Rule 10b5-1 plan, where the filing says so. */
export function Plan({ of: { box, mentioned, negated } }: PlanProps) {
  if (negated || (box !== 'CHECKED' && !mentioned)) return null;
  return (
    <span
      className="mark"
      title={meaningOf('PlanState', box === 'CHECKED' ? 'BOX_CHECKED' : 'MENTIONED')}
    >
      plan
    </span>
  );
}
