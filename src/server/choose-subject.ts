import { foldName } from '../ledger/index.ts';

/** Whom a text turned out to name. */
export type Choice<Subject> =
  | { readonly kind: 'one'; readonly subject: Subject }
  | { readonly kind: 'several'; readonly among: readonly Subject[] }
  | { readonly kind: 'nobody'; readonly near: readonly Subject[] };

/**
 * Whom a text names: of those whose id, CIK or ticker it is, where there are any; else of those
 * near whose names hold every word of it, in any order. Of several, those whose whole name it is.
 */
export function chooseSubject<Subject extends { readonly name: string }>(
  text: string,
  { exact, near }: { readonly exact: readonly Subject[]; readonly near: readonly Subject[] },
): Choice<Subject> {
  const named = exact.length > 0 ? exact : near.filter(({ name }) => holdsWords(name, text));
  const same = named.filter(({ name }) => foldName(name) === foldName(text));
  const chosen = same.length > 0 ? same : named;
  const [first, ...others] = chosen;
  if (first === undefined) return { kind: 'nobody', near };
  return others.length === 0 ? { kind: 'one', subject: first } : { kind: 'several', among: chosen };
}

function holdsWords(name: string, text: string): boolean {
  const words = new Set(foldName(name).split(' '));
  return foldName(text)
    .split(' ')
    .every((word) => words.has(word));
}
