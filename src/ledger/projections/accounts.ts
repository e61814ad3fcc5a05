import { setImmediate as turn } from 'node:timers/promises';
import type { Queryable, Row } from '../../database/index.ts';
import { groupBy } from '../../values/index.ts';
import { isAmendmentForm } from '../decisions/index.ts';
import { accountRows, type EntryRow } from './account-rows.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';
import type { LineMarks } from './filing-rows.ts';
import { familyText, type GroupKey, groupsOf, keyOf, type OwnedLine, readLines } from './group.ts';
import { pairText } from './relationships.ts';

/** The lines of families of groups, and which line of an amendment replaces which. */
export interface FamilyLines {
  readonly lines: readonly OwnedLine[];
  readonly replaces: ReadonlyMap<bigint, bigint>;
}

/** The families that filings touch, with their lines as they are stored and as they become. */
export interface TouchedFamilies {
  readonly before: FamilyLines;
  readonly after: FamilyLines;
}

/**
 * Reads what is stored of the families that the filings have a line in, or had, where their pairs
 * are stored at all.
 */
export async function readFamilies(
  db: Queryable,
  changed: ChangedFilings,
  storedPairs: ReadonlySet<string>,
): Promise<TouchedFamilies> {
  const touched: GroupKey[] = changed.both
    .flatMap(ownedLines)
    .filter((line) => storedPairs.has(pairText(line)));
  const stored = await readLines(db, touched);
  const now = changed.after.flatMap(ownedLines);
  const lines = [...stored.filter(({ line }) => changed.get(line.filing_id) === undefined), ...now];
  const replacing = await readReplacing(db, [...stored, ...now]);
  const stay = replacing.filter(({ filing }) => changed.get(filing) === undefined);
  const replaced = changed.after.flatMap((rows) =>
    rows.lines.flatMap((line) =>
      line.superseded_by === null || line.is_left_out || line.is_taken_back
        ? []
        : { by: line.superseded_by, position: line.position },
    ),
  );
  return {
    before: { lines: stored, replaces: firstOf(replacing) },
    after: { lines, replaces: firstOf([...stay, ...replaced]) },
  };
}

/** A filing's lines that count, once for each of its owners. */
function ownedLines({ filing, owners, lines }: FilingRows): OwnedLine[] {
  const people = [...new Set(owners.map((owner) => owner.person_id))];
  const counted = lines.filter((line) => !line.is_taken_back);
  return counted.flatMap((line) =>
    people.map((personId) => ({ ...keyOf(personId, line), line, filing })),
  );
}

interface Replacing {
  readonly by: bigint;
  readonly position: bigint;
}

/** The stored lines that lines of amendments replace. */
export async function readReplacing(
  db: Queryable,
  lines: readonly OwnedLine[],
): Promise<(Replacing & { readonly filing: bigint })[]> {
  const amending = lines.filter(({ filing }) => isAmendmentForm(filing.form));
  if (amending.length === 0) return [];
  const { rows } = await db.query<Replacing & { filing: bigint }>(
    `SELECT superseded_by AS by, position, filing_id AS filing FROM reported_line
     WHERE superseded_by = ANY($1) AND NOT is_left_out AND NOT is_taken_back`,
    [[...new Set(amending.map(({ line }) => line.position))]],
  );
  return rows;
}

/** A line that replaces several stands for the first of them. */
export function firstOf(replacing: readonly Replacing[]): Map<bigint, bigint> {
  const first = new Map<bigint, bigint>();
  for (const { by, position } of replacing) {
    const known = first.get(by);
    if (known === undefined || position < known) first.set(by, position);
  }
  return first;
}

/** What changes in the accounts of families. */
export interface AccountPlan {
  readonly account: readonly ChangedRows<Row>[];
  readonly entry: readonly ChangedRows<EntryRow>[];
  /** Every entry of a line that these families have now. */
  readonly stated: readonly EntryRow[];
  /** Lines that have other entries than before. */
  readonly reassigned: ReadonlySet<bigint>;
  /** The groups of the families, before and now. */
  readonly groups: readonly bigint[];
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
 * (docs/domain.md §5, docs/decisions/0004).
 */
export async function foldAccounts({ before, after }: TouchedFamilies): Promise<AccountPlan> {
  const account: ChangedRows<Row>[] = [];
  const entry: ChangedRows<EntryRow>[] = [];
  const stated: EntryRow[] = [];
  const reassigned = new Set<bigint>();
  const groups: bigint[] = [];
  const stood = groupBy(before.lines, familyText);
  const now = groupBy(after.lines, familyText);
  for (const family of new Set([...stood.keys(), ...now.keys()])) {
    const groupsBefore = groupsOf(stood.get(family) ?? [], before.replaces);
    const groupsNow = groupsOf(now.get(family) ?? [], after.replaces);
    const then = groupsBefore.length === 0 ? NOTHING : accountRows(groupsBefore);
    const rows = accountRows(groupsNow);
    const entries = changedRows(then.entries, rows.entries, ACCOUNT_KEYS.entry);
    account.push(changedRows(then.accounts, rows.accounts, ACCOUNT_KEYS.account));
    entry.push(entries);
    for (const some of [entries.gone, entries.added, entries.other]) {
      for (const { position } of some) reassigned.add(position);
    }
    for (const each of rows.entries) if (!each.is_restated) stated.push(each);
    for (const { id } of [...groupsBefore, ...groupsNow]) groups.push(id);
    if (entry.length % FAMILIES_A_SLICE === 0) await turn();
  }
  return { account, entry, stated, reassigned, groups };
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
