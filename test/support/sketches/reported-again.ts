import type { FilingSketch, LineSketch } from './sketch.ts';

/**
 * An earlier transaction of the same owners and issuer, to be reported once more with every cell as
 * it was; none where there is none.
 */
export function reportedAgain(
  which: number,
  filing: Pick<FilingSketch, 'issuer' | 'owners'>,
  sketches: readonly FilingSketch[],
): LineSketch[] {
  const lines = sketches
    .filter((one) => !one.isAmendment && isOfTheSame(one, filing))
    .flatMap(({ lines: own, day }) =>
      own.filter(
        // A date that cannot be is not what a line is reported again by.
        ({ on, again }) => on !== null && again === null && on > '1934' && on <= day,
      ),
    );
  const line = lines[which % lines.length];
  return line === undefined ? [] : [{ ...line, again: line }];
}

type Of = Pick<FilingSketch, 'issuer' | 'owners'>;

function isOfTheSame(a: Of, b: Of): boolean {
  return a.issuer === b.issuer && a.owners.join() === b.owners.join();
}
