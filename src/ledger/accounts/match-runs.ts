import { type Instant, isZero } from '../../values/index.ts';
import { type AccountEvidence, keyText, type LineKey, lineKey } from './account-key.ts';
import type { OpenAccount } from './open-account.ts';
import { balanceBefore, isSameBalance, notesOf, type Run } from './run.ts';

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

type Fits = (account: OpenAccount, keyed: KeyedRun) => boolean;

/**
 * Finds the accounts of one filing's runs, one to one, from the surest evidence to the least: key,
 * footnotes, continuity; then accounts that the filing leaves out and continues under another nature;
 * then the key alone. A run that nothing fits has none (docs/domain.md §5).
 */
export function matchRuns(
  open: readonly OpenAccount[],
  runs: readonly KeyedRun[],
  knownAt: Instant,
): Map<KeyedRun, Match> {
  const matched = new Map<KeyedRun, Match>();
  if (open.length === 0) return matched;
  const taken = new Set<OpenAccount>();
  const take = (keyed: KeyedRun, account: OpenAccount, evidence: AccountEvidence) => {
    matched.set(keyed, { account, evidence });
    taken.add(account);
  };
  const last: Fits = (account, { keyText }) => account.goesBy(keyText, 'last');
  const ever: Fits = (account, { keyText }) => account.goesBy(keyText, 'ever');
  const notes: Fits = (account, { run }) => notesOf(run) !== '' && account.notes === notesOf(run);
  const balance: Fits = (account, { run }) =>
    isSameBalance(account.balance(knownAt), balanceBefore(run[0]));
  const steps: readonly (readonly [AccountEvidence, readonly Fits[]])[] = [
    ['NOTES_AND_BALANCE', [last, notes, balance]],
    ['NOTES', [last, notes]],
    ['BALANCE', [last, balance]],
    ['BALANCE', [ever, balance]],
  ];
  for (const [evidence, fits] of steps) {
    for (const keyed of runs) {
      if (matched.has(keyed)) continue;
      const account = open.find(
        (each) => !taken.has(each) && fits.every((isFit) => isFit(each, keyed)),
      );
      if (account !== undefined) take(keyed, account, evidence);
    }
  }
  const left = () => runs.filter((keyed) => !matched.has(keyed));
  for (const [keyed, account] of renamed(open, left(), { knownAt, taken })) {
    take(keyed, account, 'RENAMED');
  }
  for (const keyed of left()) {
    const ofKey = open.filter((account) => last(account, keyed));
    if (isOfItsOwn(keyed.run, ofKey.length)) continue;
    const account = likest(
      ofKey.filter((each) => !taken.has(each)),
      keyed.run,
    );
    if (account !== undefined) take(keyed, account, 'KEY');
  }
  return matched;
}

/**
 * Whether a run that continues no account is one more of those that a filer counts apart, grant by
 * grant: it begins from nothing, beside several accounts or in Table II; or, in Table II, it is another
 * transaction than any of several accounts could have.
 */
function isOfItsOwn([first]: Run, accounts: number): boolean {
  const before = balanceBefore(first);
  const isDerivative = first.line.table === 'DERIVATIVE';
  if (before === null || !first.line.isTransaction) return false;
  return isZero(before.amount) ? isDerivative || accounts > 1 : isDerivative && accounts > 1;
}

/** The account whose footnotes share most words with the run's; of equals the first. */
function likest(accounts: readonly OpenAccount[], run: Run): OpenAccount | undefined {
  const words = new Set(notesOf(run).split(' '));
  const likeness = ({ notes }: OpenAccount) => {
    const own = new Set(notes.split(' '));
    const shared = [...own].filter((word) => words.has(word)).length;
    return shared / (own.size + words.size - shared);
  };
  const [first, ...others] = accounts;
  return first === undefined
    ? undefined
    : others.reduce((best, each) => (likeness(each) > likeness(best) ? each : best), first);
}

function withoutNature(key: LineKey): string {
  return keyText({ ...key, nature: '' });
}

/** Runs that begin where an account that the filing leaves out ended, where just one of each fits. */
function renamed(
  open: readonly OpenAccount[],
  runs: readonly KeyedRun[],
  { knownAt, taken }: { readonly knownAt: Instant; readonly taken: ReadonlySet<OpenAccount> },
): [KeyedRun, OpenAccount][] {
  const leftOut = open.filter((account) => !taken.has(account) && account.isHolding(knownAt));
  const fits = (account: OpenAccount, { run }: KeyedRun) => {
    const before = balanceBefore(run[0]);
    return (
      run[0].line.ownership === 'INDIRECT' &&
      withoutNature(account.key) === withoutNature(lineKey(run[0].line)) &&
      before !== null &&
      !isZero(before.amount) &&
      isSameBalance(account.balance(knownAt), before)
    );
  };
  return runs.flatMap((keyed): [KeyedRun, OpenAccount][] => {
    const [account, ...others] = leftOut.filter((each) => fits(each, keyed));
    if (account === undefined || others.length > 0) return [];
    return runs.filter((other) => fits(account, other)).length > 1 ? [] : [[keyed, account]];
  });
}
