import type { HoldingRow } from '../../reads/index.ts';
import { type CursorFormat, compareBigints, readBigint } from '../paging/index.ts';

/** What holdings of a person or issuer are sorted by. */
export type HoldingOrder = Pick<
  HoldingRow,
  'issuerId' | 'personId' | 'table' | 'securityClass' | 'ownership' | 'nature' | 'accountId'
>;

/** By issuer, person, table, class, direct before indirect, nature, account. */
export function compareHoldings(a: HoldingOrder, b: HoldingOrder): number {
  return (
    compareBigints(a.issuerId, b.issuerId) ||
    compareBigints(a.personId, b.personId) ||
    // Table I before II, direct before indirect: the reverse of the words' own order, and the
    // order.
    compareTexts(b.table, a.table) ||
    compareTexts(a.securityClass, b.securityClass) ||
    compareTexts(a.ownership, b.ownership) ||
    compareTexts(a.nature, b.nature) ||
    compareBigints(a.accountId, b.accountId)
  );
}

/** The cursors of that order. */
export const holdingFormat: CursorFormat<HoldingOrder> = {
  list: 'holdings',
  write: (row) => [
    String(row.issuerId),
    String(row.personId),
    row.table,
    row.securityClass,
    row.ownership,
    row.nature,
    String(row.accountId),
  ],
  read: ([issuer, person, table, securityClass, ownership, nature, account]) => {
    const issuerId = readBigint(issuer);
    const personId = readBigint(person);
    const accountId = readBigint(account);
    if (issuerId === null || personId === null || accountId === null) return null;
    if (table !== 'NON_DERIVATIVE' && table !== 'DERIVATIVE') return null;
    if (ownership !== 'DIRECT' && ownership !== 'INDIRECT') return null;
    if (securityClass === undefined || nature === undefined) return null;
    return { issuerId, personId, table, securityClass, ownership, nature, accountId };
  },
};

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
