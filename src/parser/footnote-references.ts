import type { FiledFootnoteReference, FootnoteField } from './filing.ts';

/** The cells that can cite a footnote, as Table II has them from left to right. */
const FIELDS: Record<FootnoteField, number> = {
  title: 0,
  conversionOrExercisePrice: 1,
  transactionDate: 2,
  deemedExecutionDate: 3,
  code: 4,
  timeliness: 5,
  shares: 6,
  totalValue: 7,
  pricePerShare: 8,
  acquiredDisposed: 9,
  exercisableOn: 10,
  expiresOn: 11,
  underlyingTitle: 12,
  underlyingShares: 13,
  underlyingValue: 14,
  amountAfter: 15,
  ownership: 16,
  nature: 17,
};

/** The same, in that order. */
export const FOOTNOTE_FIELDS = Object.keys(FIELDS) as readonly FootnoteField[];

/**
 * A line's references in one order for every rendition: by cell, and within a cell as cited; each
 * once.
 */
export function inFieldOrder(
  references: readonly FiledFootnoteReference[],
): readonly FiledFootnoteReference[] {
  if (isInOrder(references)) return references;
  const cited = new Map(
    references.map((reference) => [`${reference.field} ${reference.id}`, reference]),
  );
  return [...cited.values()].sort((a, b) => FIELDS[a.field] - FIELDS[b.field]);
}

/** Whether each cell cites once and the cells are in order, as nearly all lines have it. */
function isInOrder(references: readonly FiledFootnoteReference[]): boolean {
  let last = -1;
  for (const { field } of references) {
    if (FIELDS[field] <= last) return false;
    last = FIELDS[field];
  }
  return true;
}
