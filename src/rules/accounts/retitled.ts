import { type Instant, isZero } from '../../values/index.ts';
import type { KeyedRun, Match } from './match-runs.ts';
import type { OpenAccount } from './open-account.ts';
import type { OpenClass } from './open-class.ts';
import { balanceBefore, isSameBalance } from './run.ts';

/** The runs of one filing of one class, and the accounts found for them. */
export interface ClassRuns {
  readonly of: OpenClass;
  readonly runs: readonly KeyedRun[];
  readonly matches: ReadonlyMap<KeyedRun, Match>;
}

/**
 * Finds runs that no account of their class fits and that begin exactly where an account of another
 * class ended whose title is no longer used: that class under a new title (docs/domain.md §5). Just
 * one of each must fit.
 */
export function retitled(
  listed: readonly ClassRuns[],
  classes: readonly OpenClass[],
  knownAt: Instant,
): Map<KeyedRun, OpenAccount> {
  const found = new Map<KeyedRun, OpenAccount>();
  const inFiling = new Set(listed.map(({ of }) => of));
  const gone = classes.filter((one) => !inFiling.has(one));
  const homeless = listed.flatMap(({ of, runs, matches }) =>
    runs
      .filter((keyed) => isHomeless(keyed, matches.get(keyed), knownAt))
      .map((keyed) => ({ of, keyed })),
  );
  const fits = homeless.map(({ of, keyed }) => ({
    keyed,
    accounts: gone
      .filter((one) => !of.stoodBeside(one) && canRetitle(one.securityClass, of.securityClass))
      .flatMap((one) => one.accounts.filter((account) => one.endsWith(account)))
      .filter((account) => continues(account, keyed, knownAt)),
  }));
  for (const { keyed, accounts } of fits) {
    const [account, ...others] = accounts;
    if (account === undefined || others.length > 0) continue;
    const rivals = fits.filter((other) => other.accounts.includes(account));
    if (rivals.length === 1) found.set(keyed, account);
  }
  return found;
}

/**
 * Whether nothing but a key, of an account that went on under another title, speaks for a run's
 * account.
 */
function isHomeless({ run }: KeyedRun, match: Match | undefined, knownAt: Instant): boolean {
  const { code } = run[0].line;
  // A conversion makes one class of another.
  if (code === 'C' || code === 'M') return false;
  if (match === undefined) return true;
  const isByName = match.evidence === 'KEY' || match.evidence === 'NOTES';
  return isByName && match.account.isClosed(knownAt);
}

function continues(account: OpenAccount, { run, keyText }: KeyedRun, knownAt: Instant): boolean {
  const before = balanceBefore(run[0]);
  return (
    before !== null &&
    !isZero(before.amount) &&
    account.goesBy(keyText, 'last') &&
    isSameBalance(account.balance(knownAt), before)
  );
}

/**
 * Whether two titles can be of one class: of one kind, and not of two classes or series by name.
 */
export function canRetitle(one: string, other: string): boolean {
  if (kindOf(one) !== kindOf(other)) return false;
  if (isNonVoting(one) !== isNonVoting(other)) return false;
  const letters = [one, other].map(
    (title) => /\b(?:CLASS|SERIES) ([A-Z0-9]{1,3})\b/.exec(title)?.[1],
  );
  return letters.includes(undefined) || letters[0] === letters[1];
}

function isNonVoting(title: string): boolean {
  return /\bNON ?VOTING\b/.test(title);
}

/** What a title says the security is, from the narrowest; shares where it says none of these. */
const KINDS = [
  /\b(?:UNIT|[RPD]SU)S?\b|\bPHANTOM\b/,
  /\b(?:RESTRICTED|UNVESTED|PERFORMANCE|DEFERRED|AWARD)S?\b/,
  /\b(?:PREFERRED|PREFERENCE|PREF)\b/,
  /\bAD[RS]S?\b|\bDEPOSITARY\b/,
  /\b(?:NOTE|BOND|DEBENTURE|LOAN|DEBT)S?\b/,
  /\b(?:WARRANT|OPTION|RIGHT|SWAP|FORWARD|PUT|CALL|FUTURE)S?\b/,
];

function kindOf(title: string): number {
  return KINDS.findIndex((kind) => kind.test(title));
}
