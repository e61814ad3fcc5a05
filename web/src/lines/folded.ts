import { counted, grouped, rounded, sumOf } from '../ui/index.ts';

interface Folded {
  readonly amount: string;
  readonly security: { readonly title: string };
}

/** Derivatives in a few words: how many, and their numbers added up. */
export function folded(lines: readonly Folded[]): string | null {
  if (lines.length === 0) return null;
  const areOptions = lines.every(({ security }) => /option/i.test(security.title));
  const areUnits = lines.every(({ security }) => /unit|rsu/i.test(security.title));
  const what = areOptions ? 'option grant' : areUnits ? 'unit grant' : 'derivative';
  const sum = grouped(rounded(sumOf(lines.map(({ amount }) => amount)), { most: 0 }));
  return `${counted(lines.length, what)}, ${sum}`;
}
