import { setImmediate as turn } from 'node:timers/promises';
import type { Row } from '../../database/index.ts';
import { accountRows, type EntryRow } from './account-rows.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';
import type { TouchedFamily } from './families.ts';
import { type ChangedEnd, changedEnd } from './family-ends.ts';
import type { LineMarks } from './line-rows.ts';

/** What changes in the accounts of families. */
export interface AccountPlan {
  readonly account: readonly ChangedRows<Row>[];
  readonly entry: readonly ChangedRows<EntryRow>[];
  /** Every entry of a line that these families have now, or of those that go on have more. */
  readonly stated: readonly EntryRow[];
  /** Lines that have other entries than before. */
  readonly reassigned: ReadonlySet<bigint>;
  /** The groups of the families, before and now. */
  readonly groups: readonly bigint[];
  readonly ends: readonly ChangedEnd[];
}

/** What identifies rows: the primary keys. */
export const ACCOUNT_KEYS = {
  account: ['id'],
  entry: ['account_id', 'accounting_order', 'from_on', 'known_at', 'is_restated'],
} as const;

/** Families worked out at once; between them the connection is served. */
const FAMILIES_A_SLICE = 50;

/**
 * Works out every family from its lines before and now, and gives what differs: accounts are a
 * function of a family's lines, so those stored are what its lines before give
 * (docs/domain.md §5, docs/decisions/0004, 0022).
 */
export async function foldAccounts(families: readonly TouchedFamily[]): Promise<AccountPlan> {
  const account: ChangedRows<Row>[] = [];
  const entry: ChangedRows<EntryRow>[] = [];
  const stated: EntryRow[] = [];
  const reassigned = new Set<bigint>();
  const groups: bigint[] = [];
  const ends: ChangedEnd[] = [];
  for (const family of families) {
    const { before, after } = family;
    const then = before.groups.length === 0 ? NOTHING : accountRows(before);
    const rows = accountRows(after, family.goesOnFrom);
    const entries = changedRows(then.entries, rows.entries, ACCOUNT_KEYS.entry);
    account.push(changedRows(then.accounts, rows.accounts, ACCOUNT_KEYS.account));
    entry.push(entries);
    for (const some of [entries.gone, entries.added, entries.other]) {
      // A restated entry says nothing of its line.
      for (const { position, is_restated } of some) if (!is_restated) reassigned.add(position);
    }
    for (const each of rows.entries) if (!each.is_restated) stated.push(each);
    for (const { id } of [...before.groups, ...after.groups]) groups.push(id);
    ends.push(...changedEnd(family, rows.end));
    if (entry.length % FAMILIES_A_SLICE === 0) await turn();
  }
  return { account, entry, stated, reassigned, groups, ends };
}

const NOTHING = { accounts: [], entries: [] };

/** What the entries of a line say that its owners agree on (docs/domain.md §5). */
export type Agreed = Pick<LineMarks, 'reconciliation' | 'share_of_holding'>;

/** What the entries of each line agree on; null where those of its owners do not. */
export function agreed(
  entries: readonly Pick<EntryRow, 'position' | keyof Agreed>[],
): Map<bigint, Agreed> {
  const found = new Map<bigint, Agreed>();
  for (const { position, reconciliation, share_of_holding: share } of entries) {
    const known = found.get(position) ?? { reconciliation, share_of_holding: share };
    found.set(position, {
      reconciliation: known.reconciliation === reconciliation ? reconciliation : null,
      share_of_holding: known.share_of_holding === share ? share : null,
    });
  }
  return found;
}
