import type { CutOff } from './neighbourhood.ts';

interface CutOffProps {
  readonly of: readonly CutOff[];
  readonly most: number;
  readonly change: (most: number) => void;
}

/** How many neighbours each one shows to begin with. */
export const USUALLY = 12;

const NEXT = [25, 50, 100];

/** Of whom not everybody is shown, and a way to see more. */
export function CutOffs({ of, most, change }: CutOffProps) {
  if (of.length === 0) return null;
  const next = NEXT.find((number) => number > most);
  return (
    <div role="status">
      {of.map((one) => (
        <p key={one.of.id}>
          Of {one.of.name}, {one.orMore ? `more than ${one.hidden}` : one.hidden}{' '}
          {one.hidden === 1 && !one.orMore ? 'neighbour is' : 'neighbours are'} not shown.
        </p>
      ))}
      {next === undefined ? (
        <p>No more fit into a drawing: the views of those named have them all.</p>
      ) : (
        <p>
          <button type="button" onClick={() => change(next)}>
            Show up to {next} of each
          </button>
        </p>
      )}
    </div>
  );
}
