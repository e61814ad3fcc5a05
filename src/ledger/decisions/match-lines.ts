import type { AmendableLine } from './amended-filing.ts';

/** A line of an original and the amendment's line that supersedes it. */
export interface LineMatch {
  readonly original: AmendableLine;
  readonly by: AmendableLine;
  /** True where the amendment repeats the line without a change. */
  readonly unchanged: boolean;
}

/**
 * Matches an amendment's lines one to one with lines in force: same table, class, date, code, A/D, D/I
 * and nature; amounts may differ, and of several the ones that differ least go together
 * (docs/domain.md §6).
 */
export function matchLines(
  inForce: readonly AmendableLine[],
  amending: readonly AmendableLine[],
): readonly LineMatch[] {
  const pairs = amending.flatMap((by) =>
    inForce
      .filter((original) => identityOf(original) === identityOf(by))
      .map((original) => ({ original, by, likeness: likeness(original, by) })),
  );
  pairs.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      Math.abs(a.original.line - a.by.line) - Math.abs(b.original.line - b.by.line) ||
      a.by.line - b.by.line ||
      a.original.line - b.original.line,
  );
  const taken = new Set<AmendableLine>();
  const matches: LineMatch[] = [];
  for (const { original, by, likeness: alike } of pairs) {
    if (taken.has(original) || taken.has(by)) continue;
    taken.add(original).add(by);
    matches.push({ original, by, unchanged: alike === CELLS });
  }
  return matches;
}

function identityOf(line: AmendableLine): string {
  return JSON.stringify([
    line.table,
    line.securityClass,
    line.transactionDate,
    line.code,
    line.acquiredDisposed,
    line.ownership,
    line.nature,
  ]);
}

const CELLS = 4;

/** How many of the four cells that an amendment may change are equal. */
function likeness(a: AmendableLine, b: AmendableLine): number {
  const same = [
    a.shares === b.shares,
    a.pricePerShare === b.pricePerShare,
    a.amountAfter === b.amountAfter,
    a.rest === b.rest,
  ];
  return same.filter(Boolean).length;
}
