import {
  compareDecimals,
  type Decimal,
  type Instant,
  isZero,
  multiply,
  negate,
  subtract,
  ZERO,
} from '../../values/index.ts';
import { keyText, type LineKey, lineKey } from './account-key.ts';
import type { KeyedRun, Match } from './match-runs.ts';
import type { OpenAccount } from './open-account.ts';
import { type Balance, balanceBefore } from './run.ts';

/** What moved between two accounts of one owner and class, seen from the run of one of them. */
export type Move =
  | { readonly from: 'RUN'; readonly other: KeyedRun }
  | { readonly from: 'LEFT_OUT'; readonly account: OpenAccount };

interface Gap {
  readonly keyed: KeyedRun;
  readonly account: OpenAccount;
  readonly gap: Balance;
  /** What the account held. */
  readonly held: Decimal;
}

/**
 * Finds what moved between own accounts within one filing and class: a run that breaks by as much
 * as another breaks the other way, or begins with; or one that breaks up by all that an account
 * holds which the filing leaves out. Just one of each must fit (docs/domain.md §5).
 */
export function findMoves(
  open: readonly OpenAccount[],
  runs: readonly KeyedRun[],
  { matches, listed, knownAt }: FilingOfClass,
): Map<KeyedRun, Move> {
  const moves = new Map<KeyedRun, Move>();
  if (open.length === 0) return moves;
  const gaps = runs.flatMap((keyed) => gapOf(keyed, matches.get(keyed), knownAt));
  if (gaps.length === 0) return moves;
  const opened = runs.filter((keyed) => !matches.has(keyed));
  for (const loss of gaps.filter(({ gap }) => compareDecimals(gap.amount, ZERO) < 0)) {
    const same = gaps.filter((one) => isMoved(one, loss, loss.gap.amount));
    const gains = [
      ...gaps
        .filter((one) => isMoved(one, loss, negate(loss.gap.amount)))
        .map(({ keyed }) => keyed),
      ...opened.filter((keyed) => beginsWith(keyed, loss)),
    ];
    const [gain, ...others] = gains;
    if (gain === undefined || others.length > 0 || same.length > 1) continue;
    moves.set(loss.keyed, { from: 'RUN', other: gain });
    moves.set(gain, { from: 'RUN', other: loss.keyed });
  }
  const leftOut = open.filter((account) => !listed.has(account) && account.isHolding(knownAt));
  for (const gain of gaps) {
    if (moves.has(gain.keyed) || isBySplit(gain)) continue;
    const fits = (account: OpenAccount, one: Gap) =>
      isBalance(account.balance(knownAt), one.gap) && canMove(account.key, one.keyed);
    const [account, ...others] = leftOut.filter((each) => fits(each, gain));
    if (account === undefined || others.length > 0) continue;
    if (gaps.filter((one) => fits(account, one)).length > 1) continue;
    moves.set(gain.keyed, { from: 'LEFT_OUT', account });
  }
  return moves;
}

/**
 * What one filing lists of a class: accounts found for its runs, and all accounts that it has lines
 * of.
 */
interface FilingOfClass {
  readonly matches: ReadonlyMap<KeyedRun, Match>;
  readonly listed: ReadonlySet<OpenAccount>;
  readonly knownAt: Instant;
}

/**
 * How far a run begins from where its account ended; none where it runs on, is late, or follows a
 * guess.
 */
function gapOf(keyed: KeyedRun, match: Match | undefined, knownAt: Instant): Gap[] {
  // By other evidence than these it begins where the account ended.
  if (match?.evidence !== 'KEY' && match?.evidence !== 'NOTES') return [];
  const { account } = match;
  const [first] = keyed.run;
  const before = balanceBefore(first);
  const held = account.isSettled(knownAt) ? account.balance(knownAt) : null;
  if (before === null || held?.unit !== before.unit || account.isLate(first.line, knownAt))
    return [];
  const amount = subtract(before.amount, held.amount);
  if (isZero(amount)) return [];
  return [{ keyed, account, gap: { amount, unit: held.unit }, held: held.amount }];
}

/** Whether an account's gap is that amount, in the unit and on the terms of another's. */
function isMoved(one: Gap, other: Gap, amount: Decimal): boolean {
  return (
    isBalance(one.gap, { amount, unit: other.gap.unit }) && canMove(one.account.key, other.keyed)
  );
}

/** Whether a run that opens an account begins with what another lost. */
function beginsWith(keyed: KeyedRun, { account, gap }: Gap): boolean {
  const before = balanceBefore(keyed.run[0]);
  return (
    isBalance(before, { amount: negate(gap.amount), unit: gap.unit }) && canMove(account.key, keyed)
  );
}

function isBalance(one: Balance | null, other: Balance): boolean {
  return one !== null && one.amount === other.amount && one.unit === other.unit;
}

/** What moves keeps its terms. */
function canMove(key: LineKey, { run }: KeyedRun): boolean {
  const terms = (of: LineKey) => keyText({ ...of, ownership: 'DIRECT', nature: '' });
  return terms(key) === terms(lineKey(run[0].line));
}

/** Whether a split by a simple ratio would raise the balance by as much. */
function isBySplit({ gap, held }: Gap): boolean {
  return TIMES.some(
    (times) => gap.amount === multiply(held, times) || held === multiply(gap.amount, times),
  );
}

const TIMES = Array.from({ length: 20 }, (_, index) => String(index + 1) as Decimal);
