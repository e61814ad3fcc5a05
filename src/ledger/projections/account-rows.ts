import type { Row } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import {
  accountEntries,
  assignAccounts,
  type BalancePoint,
  balancePoints,
  type Entry,
  type Reconciliation,
} from '../accounts/index.ts';
import { provisionalId } from '../decisions/index.ts';
import type { GroupLines } from './group.ts';

/** The rows of a group: its accounts, and their entries with the restated points (docs/domain.md §5). */
export interface AccountRows {
  readonly accounts: readonly Row[];
  readonly entries: readonly EntryRow[];
}

/** A row of an entry or of a restated point; what is named here is read again. */
export type EntryRow = Row & {
  readonly position: bigint;
  readonly is_restated: boolean;
  readonly reconciliation: Reconciliation;
};

/** Works out the accounts of a group from all its lines. Pure. */
export function accountRows(group: GroupLines): AccountRows {
  const { id: groupId, personId, issuerId } = group;
  const accounts: Row[] = [];
  const entries: EntryRow[] = [];
  for (const { key, entries: own } of accountEntries(assignAccounts(group.lines))) {
    if (own.length === 0) continue;
    const id = provisionalId(['account', String(groupId), ...Object.values(key).map(String)]);
    accounts.push({
      id,
      group_id: groupId,
      person_id: personId,
      issuer_id: issuerId,
      security_table: group.table,
      security_class: group.securityClass,
      conversion_or_exercise_price: key.conversionOrExercisePrice,
      expires_on: key.expiresOn,
      underlying_class: key.underlyingClass,
      ownership: key.ownership,
      nature: key.nature,
      distinction: key.distinction,
    });
    addPoints(entries, own, { id, personId, issuerId, groupId });
  }
  return { accounts, entries };
}

/** Adds the rows of an account's entries and restated points; mostly nothing earlier is effective later. */
function addPoints(rows: EntryRow[], entries: readonly Entry[], account: AccountIds): void {
  let latest = '';
  for (const [index, entry] of entries.entries()) {
    const isLate = entry.effectiveOn < latest;
    if (!isLate) latest = entry.effectiveOn;
    const points = isLate ? balancePoints(entry, entries.slice(0, index)) : [];
    // Where a balance is restated the line's own row answers no viewpoint: it stays for the history.
    const isRestated = points.length > 1;
    rows.push(entryRow(account, entry, isRestated ? entry.knownAt : entry.supersededAt));
    if (isRestated) for (const point of points) rows.push(pointRow(account, entry, point));
  }
}

/** Whose entries: the account, and what its rows say of it once more. */
interface AccountIds {
  readonly id: bigint;
  readonly personId: bigint;
  readonly issuerId: bigint;
  readonly groupId: bigint;
}

// Both write their objects out: copies by spreading took longer than all accounting.
function entryRow(account: AccountIds, entry: Entry, knownTo: Instant | null): EntryRow {
  return {
    account_id: account.id,
    person_id: account.personId,
    issuer_id: account.issuerId,
    group_id: account.groupId,
    accounting_order: entry.accountingOrder,
    superseded_at: entry.supersededAt,
    place: entry.place,
    position: entry.position,
    unit: entry.unit,
    reconciliation: entry.reconciliation,
    difference: entry.difference,
    evidence: entry.evidence,
    from_on: entry.effectiveOn,
    known_at: entry.knownAt,
    known_to: knownTo,
    is_restated: false,
    change: entry.change,
    amount: entry.amount,
    is_derived: entry.derived,
  };
}

function pointRow(account: AccountIds, entry: Entry, point: BalancePoint): EntryRow {
  return {
    ...entryRow(account, entry, point.knownTo),
    from_on: point.from,
    known_at: point.knownAt,
    is_restated: true,
    change: null,
    amount: point.amount,
    is_derived: point.derived,
  };
}
