import { type AccountKey, lineKey, lineKeyText } from './account-key.ts';
import { groupBy } from './group-by.ts';
import { compareFilings, type GroupLine } from './group-line.ts';
import { type KeyedRun, matchRuns } from './match-runs.ts';
import { OpenAccount, type Slot } from './open-account.ts';
import type { Run } from './run.ts';
import { splitRuns } from './split-runs.ts';

/** An account and its lines in accounting order. */
export interface AssignedAccount {
  readonly key: AccountKey;
  readonly slots: readonly Slot[];
}

/**
 * Assigns every line of one group to an account, filing by filing in accounting order, so that nothing
 * depends on what became known later. Lines go by derivative terms, direct or indirect, and nature;
 * several accounts under one such key are found again by footnote text and continuity. A line that
 * replaces an amended one stays in that one's account where the key is the same, and a duplicate report
 * in the account of the trade (docs/domain.md §5).
 */
export function assignAccounts(lines: readonly GroupLine[]): readonly AssignedAccount[] {
  const accounts: OpenAccount[] = [];
  for (const filing of inFilings(lines)) {
    const fresh = filing.filter((line) => !replaceIn(accounts, line) && !repeatIn(accounts, line));
    const [first] = fresh;
    if (first !== undefined) assignFiling(accounts, fresh, first);
  }
  return accounts;
}

function inFilings(lines: readonly GroupLine[]): GroupLine[][] {
  const filings = [...groupBy(lines, ({ filing }) => filing.stream).values()];
  for (const filing of filings) filing.sort((a, b) => a.line - b.line);
  return filings.sort(([a], [b]) =>
    a === undefined || b === undefined ? 0 : compareFilings(a.filing, b.filing),
  );
}

function replaceIn(accounts: readonly OpenAccount[], line: GroupLine): boolean {
  if (line.replaces === null) return false;
  const text = lineKeyText(line);
  return accounts.some(
    (account) =>
      account.goesBy(text, 'ever') &&
      account.replace({ line, amount: line.amount, derived: false }),
  );
}

/** Whether the line reports a trade of one of these accounts once more; it changes no balance. */
function repeatIn(accounts: readonly OpenAccount[], line: GroupLine): boolean {
  return line.isTransaction && accounts.some((account) => account.repeat(line));
}

function assignFiling(
  accounts: OpenAccount[],
  lines: readonly GroupLine[],
  { filing: { knownAt } }: GroupLine,
): void {
  const runs: KeyedRun[] = [];
  for (const [text, listed] of groupBy(lines, lineKeyText)) {
    const open = accounts
      .filter((account) => account.goesBy(text, 'last'))
      .map((account) => account.balance(knownAt))
      .filter((balance) => balance !== null);
    runs.push(...splitRuns(listed, open).map((run) => ({ run, keyText: text })));
  }
  const matches = matchRuns(accounts, runs, knownAt);
  for (const keyed of runs) {
    const { account, evidence } = matches.get(keyed) ?? {
      account: openAccount(accounts, keyed.run),
      evidence: 'OPENED',
    };
    account.add(keyed.run, keyed.keyText, evidence);
  }
}

function openAccount(accounts: OpenAccount[], [{ line }]: Run): OpenAccount {
  const key = lineKey(line);
  const text = lineKeyText(line);
  const before = accounts.filter(({ openedAs }) => openedAs === text).length;
  const account = new OpenAccount({
    ...key,
    distinction: before === 0 ? '' : String(before + 1),
  });
  accounts.push(account);
  return account;
}
