import { type Instant, isZero, remembered } from '../../values/index.ts';
import { type AccountEvidence, keyText, type LineKey, lineKey } from './account-key.ts';
import type { GroupLine } from './group-line.ts';
import type { OpenAccount } from './open-account.ts';
import { balanceBefore, datesOf, isSameBalance, notesOf, type Run } from './run.ts';

/** A run of one filing, and the text of the key that its lines go by. */
export interface KeyedRun {
  readonly run: Run;
  readonly keyText: string;
}

/** The account that a run belongs to, and why. */
export interface Match {
  readonly account: OpenAccount;
  readonly evidence: AccountEvidence;
}

type Among = (keyed: KeyedRun) => readonly OpenAccount[];
type Fits = (account: OpenAccount, keyed: KeyedRun) => boolean;

/**
 * Finds the accounts of one filing's runs, one to one, from the surest evidence to the least: key,
 * footnotes, continuity; then the key alone; then, of a key that no account goes by, an account
 * that the filing leaves out and continues under another nature or other words for its terms. A run
 * that nothing fits has none (docs/domain.md §5).
 */
export function matchRuns(
  open: readonly OpenAccount[],
  runs: readonly KeyedRun[],
  knownAt: Instant,
): ReadonlyMap<KeyedRun, Match> {
  if (open.length === 0) return NONE;
  const matched = new Map<KeyedRun, Match>();
  const taken = new Set<OpenAccount>();
  const take = (keyed: KeyedRun, account: OpenAccount, evidence: AccountEvidence) => {
    matched.set(keyed, { account, evidence });
    taken.add(account);
  };
  const named = new Map(
    runs.map((keyed) => [keyed, open.filter((each) => each.goesBy(keyed.keyText, 'last'))]),
  );
  const last = (keyed: KeyedRun) => named.get(keyed) ?? [];
  const ever = ({ keyText }: KeyedRun) => open.filter((each) => each.goesBy(keyText, 'ever'));
  const notes: Fits = (account, { run }) => notesOf(run) !== '' && account.notes === notesOf(run);
  const balance: Fits = (account, { run }) =>
    isSameBalance(account.balance(knownAt), balanceBefore(run[0]));
  const both: Fits = (account, keyed) => notes(account, keyed) && balance(account, keyed);
  const oneGrant: Fits = (account, { run }) => !isOtherGrant(account, run, knownAt);
  const alike: Fits = (account, keyed) => notes(account, keyed) && oneGrant(account, keyed);
  const steps: readonly (readonly [AccountEvidence, Among, Fits])[] = [
    ['NOTES_AND_BALANCE', last, both],
    ['NOTES', last, alike],
    ['BALANCE', last, balance],
    ['BALANCE', ever, balance],
  ];
  for (const [evidence, among, fits] of steps) {
    for (const keyed of runs) {
      if (matched.has(keyed)) continue;
      const account = among(keyed).find((each) => !taken.has(each) && fits(each, keyed));
      if (account !== undefined) take(keyed, account, evidence);
    }
  }
  const left = () => runs.filter((keyed) => !matched.has(keyed));
  const isNew = (keyed: KeyedRun) => last(keyed).length === 0;
  const rename = (keyed: readonly KeyedRun[]) => {
    for (const [one, account] of renamed(open, keyed, { knownAt, taken, isNew })) {
      take(one, account, 'RENAMED');
    }
  };
  // Of Table II another grant may go by the very terms that are now said of this one.
  rename(left().filter(({ run }) => run[0].line.table === 'DERIVATIVE'));
  for (const keyed of left()) {
    const ofKey = last(keyed);
    if (isOfItsOwn(keyed.run, ofKey.length)) continue;
    const account = likest(
      ofKey.filter((each) => !taken.has(each) && oneGrant(each, keyed)),
      keyed.run,
    );
    if (account !== undefined) take(keyed, account, 'KEY');
  }
  rename(left().filter(isNew));
  return matched;
}

const NONE: ReadonlyMap<KeyedRun, Match> = new Map();

/**
 * Whether a run that continues no account is one more of those that a filer counts apart, grant by
 * grant: it begins from nothing, beside several accounts or in Table II; or, in Table II, it is
 * another transaction than any of several accounts could have.
 */
function isOfItsOwn([first]: Run, accounts: number): boolean {
  const before = balanceBefore(first);
  const isDerivative = first.line.table === 'DERIVATIVE';
  if (before === null || !first.line.isTransaction) return false;
  return isZero(before.amount) ? isDerivative || accounts > 1 : isDerivative && accounts > 1;
}

/**
 * Whether a transaction of Table II that does not begin where an account ended is of another grant:
 * it begins from nothing while the account holds something, or the days that their terms name are
 * all others.
 */
function isOtherGrant(account: OpenAccount, run: Run, knownAt: Instant): boolean {
  const [first] = run;
  if (first.line.table !== 'DERIVATIVE' || !first.line.isTransaction) return false;
  const before = balanceBefore(first);
  if (before !== null && isZero(before.amount) && account.isHolding(knownAt)) return true;
  const dates = datesOf(run);
  const { dates: own } = account;
  return dates.size > 0 && own.size > 0 && ![...dates].some((date) => own.has(date));
}

/** The account whose footnotes share most words with the run's; of equals the first. */
function likest(accounts: readonly OpenAccount[], run: Run): OpenAccount | undefined {
  const words = wordsOf(notesOf(run));
  const likeness = ({ notes }: OpenAccount) => {
    const own = wordsOf(notes);
    const shared = [...own].filter((word) => words.has(word)).length;
    return shared / (own.size + words.size - shared);
  };
  const [first, ...others] = accounts;
  return first === undefined
    ? undefined
    : others.reduce((best, each) => (likeness(each) > likeness(best) ? each : best), first);
}

const wordsOf = remembered((notes): ReadonlySet<string> => new Set(notes.split(' ')), 800);

interface RenamedContext {
  readonly knownAt: Instant;
  readonly taken: ReadonlySet<OpenAccount>;
  /** Whether no account goes by a run's key. */
  readonly isNew: (keyed: KeyedRun) => boolean;
}

/**
 * Runs that begin where an account that the filing leaves out ended, where just one of each fits.
 */
function renamed(
  open: readonly OpenAccount[],
  runs: readonly KeyedRun[],
  { knownAt, taken, isNew }: RenamedContext,
): [KeyedRun, OpenAccount][] {
  const leftOut = open.filter((account) => !taken.has(account) && account.isHolding(knownAt));
  const fits = (account: OpenAccount, keyed: KeyedRun) => {
    const [first] = keyed.run;
    const before = balanceBefore(first);
    return (
      before !== null &&
      !isZero(before.amount) &&
      isSameBalance(account.balance(knownAt), before) &&
      (isNew(keyed) || account.key.nature === lineKey(first.line).nature) &&
      canRename(account.key, first.line)
    );
  };
  return runs.flatMap((keyed): [KeyedRun, OpenAccount][] => {
    const [account, ...others] = leftOut.filter((each) => fits(each, keyed));
    if (account === undefined || others.length > 0) return [];
    return runs.filter((other) => fits(account, other)).length > 1 ? [] : [[keyed, account]];
  });
}

/**
 * Whether a line's key can be an account's in other words: of Table I another nature, of Table II
 * terms of which one side says less. Prices or expiration dates that both say and differ are of two
 * grants.
 */
export function canRename(key: LineKey, line: GroupLine): boolean {
  const other = lineKey(line);
  if (key.ownership !== other.ownership) return false;
  const isSameNature = key.nature === other.nature;
  if (!isSameNature && line.ownership === 'DIRECT') return false;
  if (!isSameNature) return keyText({ ...key, nature: '' }) === keyText({ ...other, nature: '' });
  return (
    isSameOrLess(key.conversionOrExercisePrice, other.conversionOrExercisePrice) &&
    isSameOrLess(key.expiresOn, other.expiresOn)
  );
}

/** Whether two say the same, or one of them nothing. */
function isSameOrLess(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
