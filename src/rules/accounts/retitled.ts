import { type Instant, isZero } from '../../values/index.ts';
import { type LineKey, lineKey } from './account-key.ts';
import type { GroupLine } from './group-line.ts';
import { canRename, type KeyedRun, type Match } from './match-runs.ts';
import type { OpenAccount } from './open-account.ts';
import type { OpenClass } from './open-class.ts';
import { balanceBefore, isSameBalance } from './run.ts';
import { canRetitle, namesShares } from './title-kinds.ts';

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
  const homeless = listed.flatMap(({ of, runs, matches }) =>
    runs
      .filter((keyed) => isHomeless(keyed, matches.get(keyed), knownAt))
      .map((keyed) => ({ of, keyed })),
  );
  if (homeless.length === 0) return found;
  const inFiling = new Set(listed.map(({ of }) => of));
  const gone = classes.filter((one) => !inFiling.has(one));
  const fits = homeless.map(({ of, keyed }) => ({
    keyed,
    accounts: gone
      .filter((one) => !of.stoodBeside(one))
      .flatMap((one) =>
        one.accounts.filter(
          (account) =>
            one.endsWith(account) &&
            continues(account, keyed, knownAt) &&
            isOneClass(one.securityClass, of.securityClass, {
              key: account.key,
              line: keyed.run[0].line,
            }),
        ),
      ),
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
  const { code, table } = run[0].line;
  // A conversion makes one class of Table I of another.
  if (table === 'NON_DERIVATIVE' && (code === 'C' || code === 'M')) return false;
  if (match === undefined) return true;
  const isByName = match.evidence === 'KEY' || match.evidence === 'NOTES';
  return isByName && match.account.isClosed(knownAt);
}

function continues(account: OpenAccount, { run, keyText }: KeyedRun, knownAt: Instant): boolean {
  const [first] = run;
  const before = balanceBefore(first);
  return (
    before !== null &&
    !isZero(before.amount) &&
    isSameBalance(account.balance(knownAt), before) &&
    (account.goesBy(keyText, 'last') || isSameTerms(account.key, first.line))
  );
}

/** Whether a line of Table II says an account's terms, or one of them less of these. */
function isSameTerms(key: LineKey, line: GroupLine): boolean {
  const { nature, underlyingClass } = lineKey(line);
  return (
    line.table === 'DERIVATIVE' &&
    key.nature === nature &&
    canRename(key, line) &&
    (key.underlyingClass === null ||
      underlyingClass === null ||
      canRetitle(key.underlyingClass, underlyingClass))
  );
}

/**
 * Whether two titles can be of one class. In Table II a title that names the shares alone says
 * nothing of the kind: price and expiration date that both state do.
 */
function isOneClass(one: string, other: string, { key, line }: Terms): boolean {
  if (canRetitle(one, other)) return true;
  const { conversionOrExercisePrice: price, expiresOn } = lineKey(line);
  return (
    line.table === 'DERIVATIVE' &&
    (namesShares(one) || namesShares(other)) &&
    price !== null &&
    expiresOn !== null &&
    price === key.conversionOrExercisePrice &&
    expiresOn === key.expiresOn
  );
}

interface Terms {
  readonly key: LineKey;
  readonly line: GroupLine;
}
