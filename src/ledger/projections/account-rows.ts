import type { Row } from '../../database/index.ts';
import {
  type AccountEntries,
  type BalancePoint,
  balancePoints,
  type Entry,
  type FamilyEnd,
  familyAccounts,
  type Reconciliation,
  shareOfHolding,
} from '../../rules/index.ts';
import type { Decimal, Instant } from '../../values/index.ts';
import { provisionalId } from '../decisions/index.ts';
import { type Family, type GroupKey, type GroupLines, groupId } from './group.ts';

/**
 * The rows of groups: their accounts, and their entries with the restated points
 * (docs/domain.md §5).
 */
export interface AccountRows {
  readonly accounts: readonly Row[];
  readonly entries: readonly EntryRow[];
  /** Where the family ends; null where it has no line. */
  readonly end: () => FamilyEnd | null;
}

/** A row of an entry or of a restated point; what is named here is read again. */
export type EntryRow = Row & {
  readonly position: bigint;
  readonly is_restated: boolean;
  readonly reconciliation: Reconciliation;
  readonly share_of_holding: Decimal | null;
};

/**
 * The rows of a family of groups: of all its lines; or, where it goes on from an end, those that
 * its further lines add. Pure.
 */
export function accountRows(
  { groups, nothing }: Family,
  before: FamilyEnd | null = null,
): AccountRows {
  const worked = familyAccounts(groups, before, nothing);
  const rows = { accounts: [] as Row[], entries: [] as EntryRow[] };
  const [any] = groups;
  if (any !== undefined) {
    for (const [securityClass, accounts] of worked.accounts) {
      const key = { ...keyOf(any), securityClass };
      for (const account of accounts) addAccount(rows, { ...key, id: groupId(key) }, account);
    }
  }
  return { ...rows, end: worked.end };
}

function keyOf({ personId, issuerId, table }: GroupLines): Omit<GroupKey, 'securityClass'> {
  return { personId, issuerId, table };
}

function addAccount(
  rows: { readonly accounts: Row[]; readonly entries: EntryRow[] },
  { id: groupId, ...group }: GroupKey & { readonly id: bigint },
  { key, entries, ended }: AccountEntries,
): void {
  if (entries.length === ended) return;
  const { personId, issuerId } = group;
  const id = provisionalId(['account', String(groupId), ...Object.values(key).map(String)]);
  if (ended === 0) {
    rows.accounts.push({
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
  }
  addPoints(rows.entries, { entries, ended }, { id, personId, issuerId, groupId });
}

/**
 * Adds the rows of an account's entries and restated points, but for those that it ended with;
 * mostly nothing earlier is effective later.
 */
function addPoints(
  rows: EntryRow[],
  { entries, ended }: Pick<AccountEntries, 'entries' | 'ended'>,
  account: AccountIds,
): void {
  let latest = '';
  for (const [index, entry] of entries.entries()) {
    const isLate = entry.effectiveOn < latest;
    if (!isLate) latest = entry.effectiveOn;
    if (index < ended) continue;
    if (entry.isClosing) {
      rows.push(closingRow(account, entry));
      continue;
    }
    const points = isLate ? balancePoints(entry, entries.slice(0, index)) : [];
    // Where a balance is restated the line's own row answers no viewpoint: it stays for the
    // history.
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
    moved: entry.moved,
    share_of_holding: shareOfHolding(entry),
  };
}

/**
 * Says from when on the account holds nothing, since another has it: a balance, and no line of it.
 */
function closingRow(account: AccountIds, entry: Entry): EntryRow {
  return { ...entryRow(account, entry, entry.supersededAt), is_restated: true };
}

function pointRow(account: AccountIds, entry: Entry, point: BalancePoint): EntryRow {
  return {
    ...entryRow(account, entry, point.knownTo),
    from_on: point.from,
    known_at: point.knownAt,
    is_restated: true,
    change: null,
    share_of_holding: null,
    amount: point.amount,
    is_derived: point.derived,
    moved: null,
  };
}
