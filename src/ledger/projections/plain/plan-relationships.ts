import type { Row } from '../../../database/index.ts';
import type { InsiderRole } from '../../../rules/index.ts';
import { groupBy } from '../../../values/index.ts';
import { type Identified, orderKey, type ownerRows } from '../filing-rows.ts';
import { pairText, relationshipRows, type StatementOfPair } from '../relationships.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';

type OwnerRow = ReturnType<typeof ownerRows>[number];

/** What a new filing says of its owners, as `readStatementsOf` would read it. */
export function newStatements(filing: Identified, owners: readonly OwnerRow[]): StatementOfPair[] {
  return owners.map((row) => ({
    personId: row.person_id,
    issuerId: row.issuer_id,
    filingId: row.filing_id,
    knownAt: row.known_at,
    orderKey: orderKey(filing.merged),
    ordinal: row.ordinal,
    effectiveOn: row.effective_on,
    isExit: row.is_exit,
    officerTitle: row.officer_title,
    otherText: row.other_text,
    remarks: filing.merged.filing.remarks,
    roles: rolesOf(row),
  }));
}

function rolesOf(row: OwnerRow): InsiderRole[] {
  const roles: InsiderRole[] = [];
  if (row.is_director) roles.push('DIRECTOR');
  if (row.is_officer) roles.push('OFFICER');
  if (row.is_ten_percent_owner) roles.push('TEN_PERCENT_OWNER');
  if (row.is_other) roles.push('OTHER');
  return roles;
}

/**
 * What new statements change in the relationships of their pairs, by the statements before.
 */
export function planRelationships(
  added: readonly StatementOfPair[],
  before: readonly StatementOfPair[],
): ChangedRows<Row> {
  const held = groupBy(before, pairText);
  const changes = [...groupBy(added, pairText)].map(([pair, statements]) => {
    const stood = held.get(pair) ?? [];
    return changedRows(
      stood.length === 0 ? [] : relationshipRows(stood),
      relationshipRows([...stood, ...statements]),
    );
  });
  return {
    gone: changes.flatMap(({ gone }) => gone),
    added: changes.flatMap(({ added: rows }) => rows),
  };
}
