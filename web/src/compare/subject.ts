import type { ChangesQuery, ComparedSubjectQuery, HoldingFilter } from '../graphql/index.ts';

/** A person or an issuer, as a comparison asks for it. */
export type Subject = Extract<
  NonNullable<ComparedSubjectQuery['node']>,
  { readonly __typename: 'Person' | 'Issuer' }
>;

/** A holding that is answered otherwise at the one point than at the other. */
export type Change = ChangesQuery['snapshot']['changesSince']['nodes'][number];

/** Of which holdings a comparison is; null: everybody's. */
export function filterOf(subject: Subject | null): HoldingFilter {
  if (subject === null) return {};
  return subject.__typename === 'Person' ? { person: subject.id } : { issuer: subject.id };
}

/** Whether another amount is held, and not only the same one reported once more, or left out. */
export function differs({ before, after }: Change): boolean {
  if (before === null || after === null) return true;
  return before.amount !== after.amount || before.unit !== after.unit;
}

/** The largest differences first; for the order alone: the amounts shown are exact. */
export function bySize(changes: readonly Change[]): Change[] {
  const size = ({ before, after }: Change) =>
    Math.abs(Number(after?.amount ?? 0) - Number(before?.amount ?? 0));
  return changes.toSorted((one, other) => size(other) - size(one));
}
