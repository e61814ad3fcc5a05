import type { Viewpoint } from './viewpoint.ts';

/**
 * Whose rows a question is about: the whole ledger's, or those of each of some people or issuers.
 */
export type Subject =
  | { readonly of: 'ledger' }
  | { readonly of: 'person' | 'issuer'; readonly ids: readonly bigint[] };

/** The ids that a query runs over, one answer each; the ledger is one subject. */
export function subjectIds(subject: Subject): readonly bigint[] {
  return subject.of === 'ledger' ? [0n] : subject.ids;
}

/**
 * The subjects as rows s of an id and its ordinal, from 1. Not as constants, one alone either: the
 * planner would see that an issuer has one line in thirty, and walk the ledger for it, where a
 * backfill has them all at the other end.
 */
export function subjectRows(subject: Subject, add: (value: unknown) => string): string {
  return `unnest(${add(subjectIds(subject))}::bigint[]) WITH ORDINALITY s (id, n)`;
}

/** The condition that a filing f is one of subject s. */
export function ofSubject(subject: Subject): string {
  if (subject.of === 'ledger') return 'true';
  if (subject.of === 'issuer') return 'f.issuer_id = s.id';
  return 'f.id IN (SELECT o.filing_id FROM filing_owner o WHERE o.person_id = s.id)';
}

/** A person or an issuer at a viewpoint. */
export interface SubjectViewed extends Viewpoint {
  readonly id: bigint;
}

/** The rows of each that is asked about, of rows that say its ordinal as n, from 1. */
export function byOrdinal<Row extends { readonly n: bigint }>(
  asked: readonly unknown[],
  rows: readonly Row[],
): Row[][] {
  const lists = asked.map((): Row[] => []);
  for (const row of rows) lists[Number(row.n) - 1]?.push(row);
  return lists;
}
