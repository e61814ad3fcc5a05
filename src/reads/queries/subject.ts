import type { Viewpoint } from './viewpoint.ts';

/** Whose rows a question is about: the whole ledger's, or those of each of some people or issuers. */
export type Subject =
  | { readonly of: 'ledger' }
  | { readonly of: 'person' | 'issuer'; readonly ids: readonly bigint[] };

/** The ids that a query runs over, one answer each; the ledger is one subject. */
export function subjectIds(subject: Subject): readonly bigint[] {
  return subject.of === 'ledger' ? [0n] : subject.ids;
}

/**
 * The subjects as rows s of an id and its ordinal, from 1. Not as constants, one alone either: the planner
 * would see that an issuer has one line in thirty, and walk the ledger for it, where a backfill has them
 * all at the other end.
 */
export function subjectRows(subject: Subject, add: (value: unknown) => string): string {
  return `unnest(${add(subjectIds(subject))}::bigint[]) WITH ORDINALITY s (id, subject)`;
}

/** The condition that a filing f is one of subject s. */
export function ofSubject(subject: Subject): string {
  if (subject.of === 'ledger') return 'true';
  if (subject.of === 'issuer') return 'f.issuer_id = s.id';
  return 'f.id IN (SELECT o.filing_id FROM filing_owner o WHERE o.person_id = s.id)';
}

/** Gathers rows by their subject's ordinal, from 1, in the order of the ids. */
export function bySubject<Row extends { readonly subject: bigint }, Value>(
  subject: Subject,
  rows: readonly Row[],
  value: (row: Row) => Value,
): Value[][] {
  return byOrdinal(subjectIds(subject), rows, ({ subject: ordinal }) => ordinal, value);
}

/** A person or an issuer at a viewpoint. */
export interface SubjectViewed extends Viewpoint {
  readonly id: bigint;
}

/** The rows of each subject at its viewpoint, of rows that say its ordinal as n, from 1. */
export function byViewed<Row extends { readonly n: bigint }>(
  viewed: readonly unknown[],
  rows: readonly Row[],
): Row[][] {
  return byOrdinal(
    viewed,
    rows,
    ({ n }) => n,
    (row) => row,
  );
}

function byOrdinal<Row, Value>(
  asked: readonly unknown[],
  rows: readonly Row[],
  ordinal: (row: Row) => bigint,
  value: (row: Row) => Value,
): Value[][] {
  const lists = asked.map((): Value[] => []);
  for (const row of rows) lists[Number(ordinal(row)) - 1]?.push(value(row));
  return lists;
}
