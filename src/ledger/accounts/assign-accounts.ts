import type { CalendarDate, Decimal } from '../../values/index.ts';
import { groupBy } from './group-by.ts';
import { compareFilings, type GroupLine } from './group-line.ts';
import { foldNature } from './nature.ts';
import { type RunningLine, runningOrder } from './running-order.ts';
import { foldSecurityTitle } from './security-class.ts';
import { notesOf, openingBalance, type Run, splitRuns } from './split-runs.ts';

/** What tells one account of a group from another (docs/domain.md §5). */
export interface AccountKey {
  readonly conversionOrExercisePrice: Decimal | null;
  readonly expiresOn: CalendarDate | null;
  readonly underlyingClass: string | null;
  readonly ownership: GroupLine['ownership'];
  readonly nature: string;
  /** "" for the first account under one key, "2", "3" … for those that footnotes tell apart. */
  readonly distinction: string;
}

/** An account and its lines, filing by filing in accounting order, in running order within each. */
export interface AssignedAccount {
  readonly key: AccountKey;
  readonly runs: readonly (readonly RunningLine[])[];
}

interface OpenAccount {
  readonly base: Omit<AccountKey, 'distinction'>;
  readonly ordinal: number;
  readonly runs: Run[];
}

/**
 * Assigns every line of one group to an account. Lines go by derivative terms, direct or indirect,
 * and nature; several accounts under one such key are found again by footnote text, then by
 * continuity, then in the order opened (docs/domain.md §5). A line that replaces an amended one stays
 * in that one's account where the key is the same.
 */
export function assignAccounts(lines: readonly GroupLine[]): readonly AssignedAccount[] {
  const byKey = new Map<string, OpenAccount[]>();
  const accountOf = new Map<string, OpenAccount>();
  for (const filing of inFilings(lines)) {
    for (const [key, listed] of groupBy(filing, keyText)) {
      const open = byKey.get(key) ?? [];
      byKey.set(key, open);
      const replaced = ({ replaces }: GroupLine) => accountOf.get(`${replaces} ${key}`);
      const fresh = listed.filter((line) => replaced(line) === undefined);
      for (const line of listed) {
        const account = replaced(line);
        if (account === undefined) continue;
        for (const running of runningOrder([line])) account.runs.push([running]);
        accountOf.set(`${line.position} ${key}`, account);
      }
      for (const [run, account] of matchRuns(open, splitRuns(fresh))) {
        account.runs.push(run);
        for (const { line } of run) accountOf.set(`${line.position} ${key}`, account);
      }
    }
  }
  return [...byKey.values()].flat().map(({ base, ordinal, runs }) => ({
    key: { ...base, distinction: ordinal === 1 ? '' : String(ordinal) },
    runs,
  }));
}

function inFilings(lines: readonly GroupLine[]): GroupLine[][] {
  const filings = [...groupBy(lines, ({ filing }) => filing.stream).values()];
  for (const filing of filings) filing.sort((a, b) => a.line - b.line);
  return filings.sort(([a], [b]) =>
    a === undefined || b === undefined ? 0 : compareFilings(a.filing, b.filing),
  );
}

/** From the surest evidence to the least; a run that none of it fits opens an account. */
function matchRuns(open: OpenAccount[], runs: readonly Run[]): Map<Run, OpenAccount> {
  const matched = new Map<Run, OpenAccount>();
  const taken = new Set<OpenAccount>();
  const byNotes = (account: OpenAccount, run: Run) => lastNotes(account) === notesOf(run);
  const byContinuity = (account: OpenAccount, run: Run) =>
    openingBalance(run) !== null && lastAmount(account) === openingBalance(run);
  const evidence = [
    (account: OpenAccount, run: Run) => byNotes(account, run) && byContinuity(account, run),
    (account: OpenAccount, run: Run) => notesOf(run) !== '' && byNotes(account, run),
    byContinuity,
    () => true,
  ];
  for (const fits of evidence) {
    for (const run of runs) {
      if (matched.has(run)) continue;
      const account = open.find((candidate) => !taken.has(candidate) && fits(candidate, run));
      if (account === undefined) continue;
      matched.set(run, account);
      taken.add(account);
    }
  }
  for (const run of runs) {
    if (!matched.has(run)) matched.set(run, openAccount(open, run));
  }
  return matched;
}

function lastNotes({ runs }: OpenAccount): string | undefined {
  const run = runs.at(-1);
  return run === undefined ? undefined : notesOf(run);
}

function lastAmount({ runs }: OpenAccount): Decimal | null | undefined {
  return runs.at(-1)?.at(-1)?.amount;
}

function openAccount(open: OpenAccount[], [first]: Run): OpenAccount {
  const account = { base: baseKey(first.line), ordinal: open.length + 1, runs: [] };
  open.push(account);
  return account;
}

function baseKey(line: GroupLine): Omit<AccountKey, 'distinction'> {
  return {
    conversionOrExercisePrice: line.conversionOrExercisePrice,
    expiresOn: line.expiresOn,
    underlyingClass: line.underlyingTitle === null ? null : foldSecurityTitle(line.underlyingTitle),
    ownership: line.ownership,
    nature: line.ownership === 'DIRECT' ? '' : foldNature(line.nature),
  };
}

function keyText(line: GroupLine): string {
  return JSON.stringify(Object.values(baseKey(line)));
}
