/** What of a holding two answers are compared by. */
export interface ComparableLine {
  readonly issuer: { readonly id: string };
  readonly security: {
    readonly class: string;
    readonly table: string;
    readonly conversionOrExercisePrice: string | null;
    readonly expiresOn: string | null;
    readonly underlyingTitle: string | null;
  };
  readonly ownership: string;
  readonly nature: string | null;
  readonly amount: string;
  readonly unit: string;
  readonly status: string;
  readonly effectiveOn: string;
}

/** One account in two answers; at least one of them has it. */
export interface ComparedLine<Line> {
  /** As it was known then; null where it was not. */
  readonly past: Line | null;
  /** As it is known now; null where it is no more. */
  readonly present: Line | null;
  /** Whether the two say something else. */
  readonly differs: boolean;
}

/**
 * Puts the lines of an account as known then and as known now beside one another: same issuer,
 * class, table, ownership, nature and derivative terms. Where several share all that, equal ones
 * are put together first, the others in their order. In the order of what was known then; what was
 * not known then comes last.
 */
export function compareLines<Line extends ComparableLine>(
  past: readonly Line[],
  present: readonly Line[],
): ComparedLine<Line>[] {
  const left = new Map<string, Line[]>();
  for (const line of present) left.set(keyOf(line), [...(left.get(keyOf(line)) ?? []), line]);
  const take = (line: Line, fits: (other: Line) => boolean): Line | null => {
    const others = left.get(keyOf(line)) ?? [];
    const at = others.findIndex(fits);
    return at === -1 ? null : (others.splice(at, 1)[0] ?? null);
  };
  const equals = past.map((line) => take(line, (other) => saysTheSame(line, other)));
  const matched = past.map((line, index): ComparedLine<Line> => {
    const equal = equals[index] ?? null;
    if (equal !== null) return { past: line, present: equal, differs: false };
    return { past: line, present: take(line, () => true), differs: true };
  });
  const unknown = [...left.values()].flat();
  return [...matched, ...unknown.map((line) => ({ past: null, present: line, differs: true }))];
}

function keyOf({ issuer, security, ownership, nature }: ComparableLine): string {
  const { table, conversionOrExercisePrice, expiresOn, underlyingTitle } = security;
  const words = [security.class, nature, underlyingTitle].map(folded);
  return JSON.stringify([issuer.id, table, ownership, conversionOrExercisePrice, expiresOn, words]);
}

/** Spellings differ between filings of one account. */
function folded(text: string | null): string | null {
  return (
    text
      ?.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toUpperCase() ?? null
  );
}

function saysTheSame(a: ComparableLine, b: ComparableLine): boolean {
  return (
    a.amount === b.amount &&
    a.unit === b.unit &&
    a.status === b.status &&
    a.effectiveOn === b.effectiveOn
  );
}
