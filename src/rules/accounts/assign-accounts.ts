import { compareText, groupBy, type Instant } from '../../values/index.ts';
import { lineKey, lineKeyText } from './account-key.ts';
import type { Counterpart } from './assigned-line.ts';
import type { ClassEnd } from './family-end.ts';
import {
  type ClassLines,
  compareFilings,
  type GroupLine,
  type StatedNothing,
} from './group-line.ts';
import { type KeyedRun, type Match, matchRuns } from './match-runs.ts';
import { findMoves, type Move } from './moves.ts';
import { OpenAccount } from './open-account.ts';
import { OpenClass } from './open-class.ts';
import { reportedTogether, type Together } from './reported-together.ts';
import { type ClassRuns, retitled } from './retitled.ts';
import { balanceBefore, type Run } from './run.ts';
import { splitRuns } from './split-runs.ts';

/**
 * Assigns every line of the classes of one owner in one issuer and table to an account of its
 * class, filing by filing in accounting order, so that nothing depends on what became known later.
 * Lines go by derivative terms, direct or indirect, and nature; several accounts under one such key
 * are found again by footnote text and continuity. A line that replaces an amended one stays in
 * that one's account where the key is the same, and a duplicate report in the account of the trade.
 * An account of one class may go on in another's, under a new title, and a statement of nothing
 * closes what stood before it (docs/domain.md §5). Where the classes have ended somewhere before,
 * the lines go on from there. Gives all classes in the order of their titles.
 */
export function assignClasses(
  classes: readonly ClassLines[],
  ended: readonly ClassEnd[] = [],
  nothing: readonly StatedNothing[] = [],
): readonly OpenClass[] {
  const open = openClasses(classes, ended);
  const byTitle = new Map(open.map((one) => [one.securityClass, one]));
  const listed = classes.flatMap(({ securityClass, lines }) =>
    inFilings(lines).map((own) => ({ of: byTitle.get(securityClass) as OpenClass, lines: own })),
  );
  const filings =
    open.length === 1
      ? listed.map((one) => [one])
      : [...groupBy(listed, ({ lines }) => lines[0].filing.orderKey).values()];
  filings.sort(([a], [b]) =>
    a === undefined || b === undefined ? 0 : compareFilings(a.lines[0].filing, b.lines[0].filing),
  );
  const stated = [...nothing].sort((a, b) => compareFilings(a.filing, b.filing));
  for (const filing of filings) {
    const order = filing[0]?.lines[0].filing;
    const isBefore = (one: StatedNothing) =>
      order !== undefined && compareFilings(one.filing, order) < 0;
    while (stated[0] !== undefined && isBefore(stated[0])) closeAll(open, stated.splice(0, 1));
    assignFiling(open, filing);
  }
  closeAll(open, stated);
  return open;
}

function closeAll(classes: readonly OpenClass[], stated: readonly StatedNothing[]): void {
  for (const one of stated) {
    for (const { accounts } of classes) for (const account of accounts) account.closeBy(one);
  }
}

function openClasses(classes: readonly ClassLines[], ended: readonly ClassEnd[]): OpenClass[] {
  const titles = new Set(ended.map(({ securityClass }) => securityClass));
  const fresh = classes.filter(({ securityClass }) => !titles.has(securityClass));
  return [
    ...ended.map((end) => new OpenClass(end)),
    ...fresh.map(({ securityClass }) => OpenClass.empty(securityClass)),
  ].sort((a, b) => compareText(a.securityClass, b.securityClass));
}

type Lines = [GroupLine, ...GroupLine[]];

/** What one filing lists of one class, in order. */
interface Listed {
  readonly of: OpenClass;
  readonly lines: Lines;
}

function inFilings(lines: readonly GroupLine[]): Lines[] {
  const filings = [...groupBy(lines, ({ filing }) => filing.orderKey).values()] as Lines[];
  for (const filing of filings) filing.sort((a, b) => a.line - b.line);
  return filings;
}

/** The account of a line that another one of its own replaces, with the line in its place. */
function replaceIn(accounts: readonly OpenAccount[], line: GroupLine): OpenAccount | undefined {
  if (line.replaces === null) return undefined;
  const text = lineKeyText(line);
  return accounts.find(
    (account) =>
      account.goesBy(text, 'ever') &&
      account.replace({ line, amount: line.amount, derived: false }),
  );
}

/** The account whose trade the line reports once more; it changes no balance. */
function repeatIn(accounts: readonly OpenAccount[], line: GroupLine): OpenAccount | undefined {
  const isFirst = line.trade === line.position;
  return line.isTransaction && !isFirst
    ? accounts.find((account) => account.repeat(line))
    : undefined;
}

/**
 * Lines of an amendment that are left after putting those before its corrected lines that belong
 * there, from the last of a chain to its first.
 */
function withoutPut(accounts: readonly OpenAccount[], lines: readonly GroupLine[]): GroupLine[] {
  let left = [...lines];
  for (;;) {
    const put = left.find(
      (line) =>
        line.isTransaction &&
        accounts.some((one) => one.goesBy(lineKeyText(line), 'ever') && one.putBefore(line)),
    );
    if (put === undefined) return left;
    left = left.filter((line) => line !== put);
  }
}

function assignFiling(classes: readonly OpenClass[], filing: readonly Listed[]): void {
  const runs = filing.map(runsOf);
  const [first] = filing;
  if (first === undefined) return;
  const { knownAt } = first.lines[0].filing;
  const titles = classes.length < 2 ? NONE : retitled(runs, classes, knownAt);
  for (const own of runs) assignRuns(own, titles, knownAt);
  for (const { of, lines } of filing) {
    of.list(
      lines[0].filing,
      filing.map((other) => other.of),
    );
  }
}

const NONE: ReadonlyMap<KeyedRun, OpenAccount> = new Map();

/**
 * The runs of one filing of one class, with the accounts found for them and those it has lines of.
 */
interface FoundRuns extends ClassRuns {
  readonly matches: ReadonlyMap<KeyedRun, Match>;
  readonly listed: Set<OpenAccount>;
}

function runsOf({ of, lines: [first, ...others] }: Listed): FoundRuns {
  const { accounts } = of;
  const { knownAt } = first.filing;
  const listed = new Set<OpenAccount>();
  const fresh = [first, ...others].filter((line) => {
    const account = replaceIn(accounts, line) ?? repeatIn(accounts, line);
    if (account !== undefined) listed.add(account);
    return account === undefined;
  });
  const runs: KeyedRun[] = [];
  const added = listed.size === 0 ? fresh : withoutPut(accounts, fresh);
  for (const [text, own] of groupBy(added, lineKeyText)) {
    const open = () =>
      accounts
        .filter((account) => account.goesBy(text, 'last'))
        .map((account) => account.balance(knownAt))
        .filter((balance) => balance !== null);
    runs.push(...splitRuns(own, open).map((run) => ({ run, keyText: text })));
  }
  const matches = matchRuns(accounts, runs, knownAt);
  for (const { account } of matches.values()) listed.add(account);
  return { of, runs, matches, listed };
}

/** Puts the runs of one class into their accounts, those found and new ones. */
function assignRuns(
  { of: { accounts }, runs, matches, listed }: FoundRuns,
  titles: ReadonlyMap<KeyedRun, OpenAccount>,
  knownAt: Instant,
): void {
  const filing = { matches, listed, knownAt };
  const own = titles.size === 0 ? runs : runs.filter((keyed) => !titles.has(keyed));
  const together = reportedTogether(accounts, own, filing);
  const apart = together.size === 0 ? own : own.filter((keyed) => !together.has(keyed));
  const moves = findMoves(accounts, apart, filing);
  const assigned = new Map<KeyedRun, OpenAccount>();
  const former = (keyed: KeyedRun): readonly OpenAccount[] => {
    const counted = together.get(keyed);
    if (counted?.from === 'ACCOUNTS') return counted.accounts;
    const account = counted === undefined ? titles.get(keyed) : assigned.get(counted.before);
    return account === undefined ? [] : [account];
  };
  for (const keyed of inTurn(runs, together)) {
    const found = matches.get(keyed);
    const account = found?.account ?? openAccount(accounts, keyed.run);
    const before = former(keyed);
    const counterpart =
      before.length === 0 ? movedBy(moves.get(keyed), knownAt) : countedOn(before, keyed, knownAt);
    const evidence = before.length === 0 ? (found?.evidence ?? 'OPENED') : 'RENAMED';
    account.add(keyed.run, keyed.keyText, evidence, counterpart);
    for (const closed of counterpart?.closes ?? []) closed.close(keyed.run[0].line);
    assigned.set(keyed, account);
  }
}

/** Runs as they are, those that count on from another one of the filing after it. */
function inTurn(
  runs: readonly KeyedRun[],
  together: ReadonlyMap<KeyedRun, Together>,
): readonly KeyedRun[] {
  if (together.size === 0) return runs;
  const isAfter = (keyed: KeyedRun) => together.get(keyed)?.from === 'RUN';
  const after = runs.filter(isAfter).sort((a, b) => a.run[0].line.line - b.run[0].line.line);
  return [...runs.filter((keyed) => !isAfter(keyed)), ...after];
}

/** Accounts that close, of which a run counts all on. */
function countedOn(
  closes: readonly OpenAccount[],
  { run }: KeyedRun,
  knownAt: Instant,
): Counterpart | null {
  const position = closes.at(-1)?.lastPosition(knownAt);
  return position === undefined ? null : { position, continues: balanceBefore(run[0]), closes };
}

function movedBy(move: Move | undefined, knownAt: Instant): Counterpart | null {
  if (move === undefined) return null;
  if (move.from === 'LEFT_OUT') {
    const position = move.account.lastPosition(knownAt);
    return position === undefined ? null : { position, continues: null, closes: [move.account] };
  }
  return { position: move.other.run[0].line.position, continues: null, closes: [] };
}

function openAccount(accounts: OpenAccount[], [{ line }]: Run): OpenAccount {
  const key = lineKey(line);
  const text = lineKeyText(line);
  const before = accounts.filter(({ openedAs }) => openedAs === text).length;
  const account = OpenAccount.empty({
    ...key,
    distinction: before === 0 ? '' : String(before + 1),
  });
  accounts.push(account);
  return account;
}
