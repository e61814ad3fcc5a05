import { setImmediate as turn } from 'node:timers/promises';
import type { Row } from '../../../database/index.ts';
import { groupBy } from '../../../values/index.ts';
import { accountRows, type EntryRow } from '../account-rows.ts';
import { familiesOf, familyText, type GroupLines, groupId, groupText } from '../group.ts';
import { changedRows } from './changed-rows.ts';
import type { NewLine } from './new-lines.ts';

/** What new lines change in the accounts of their groups. */
export interface AccountPlan {
  readonly accounts: Row[];
  readonly entries: Row[];
  readonly goneAccounts: Row[];
  readonly goneEntries: Row[];
  /** Of every new line that has entries. */
  readonly agreed: ReadonlyMap<bigint, Agreed>;
  /** Lines that were there before and have other entries now. */
  readonly reassignedLines: readonly bigint[];
}

/** What the entries of a line say; null where those of its owners do not agree. */
export type Agreed = {
  readonly [Cell in 'reconciliation' | 'share_of_holding']: EntryRow[Cell] | null;
};

/** Groups worked out at once; between them the connection is served. */
const GROUPS_A_SLICE = 50;

/**
 * Works out every family of groups that new lines belong to, with the lines that it had before, and
 * gives what differs: accounts are a function of a family's lines, so those stored are what its
 * lines before give (docs/decisions/0004).
 */
export async function planAccounts(
  added: readonly NewLine[],
  before: readonly GroupLines[],
): Promise<AccountPlan> {
  const plan = {
    accounts: [] as Row[],
    entries: [] as Row[],
    goneAccounts: [] as Row[],
    goneEntries: [] as Row[],
  };
  const agreed = new Map<bigint, Agreed>();
  const reassignedLines: bigint[] = [];
  const newest = new Set(added.map(({ line }) => line.position));
  const held = new Map(
    familiesOf(before).map((family) => [familyText(family[0] as GroupLines), family]),
  );
  let count = 0;
  for (const [text, fresh] of groupBy(added, familyText)) {
    const stood = held.get(text);
    const now = accountRows(withLines(stood ?? [], fresh));
    const then = stood === undefined ? NOTHING : accountRows(stood);
    const accounts = changedRows(then.accounts, now.accounts);
    const entries = changedRows(then.entries, now.entries);
    plan.accounts.push(...accounts.added);
    plan.goneAccounts.push(...accounts.gone);
    plan.entries.push(...entries.added);
    plan.goneEntries.push(...entries.gone);
    for (const entry of now.entries) if (newest.has(entry.position)) agree(agreed, entry);
    for (const { position } of [...entries.gone, ...entries.added]) {
      if (!newest.has(position)) reassignedLines.push(position);
    }
    count += 1;
    if (count % GROUPS_A_SLICE === 0) await turn();
  }
  return { ...plan, agreed, reassignedLines };
}

const NOTHING = { accounts: [], entries: [] };

/** A family with new lines, in the order of its classes. */
function withLines(stood: readonly GroupLines[], added: readonly NewLine[]): GroupLines[] {
  const groups = new Map(stood.map((group) => [groupText(group), group]));
  for (const [text, fresh] of groupBy(added, groupText)) {
    const [{ line: _, ...key }] = fresh as [NewLine];
    const lines = [...(groups.get(text)?.lines ?? []), ...fresh.map(({ line }) => line)];
    groups.set(text, { ...key, id: groupId(key), lines });
  }
  return familiesOf([...groups.values()]).flat();
}

/** Adds what an entry says to what the entries of its line agree on. */
function agree(agreed: Map<bigint, Agreed>, entry: EntryRow): void {
  if (entry.is_restated) return;
  const { position, reconciliation, share_of_holding: share } = entry;
  const known = agreed.get(position) ?? entry;
  agreed.set(position, {
    reconciliation: known.reconciliation === reconciliation ? reconciliation : null,
    share_of_holding: known.share_of_holding === share ? share : null,
  });
}
