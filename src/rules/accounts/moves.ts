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

/** What a run has more than its account held, or all that it begins with where it opens one. */
interface Gain {
  readonly keyed: KeyedRun;
  readonly gained: Balance;
  readonly isNew: boolean;
}

/**
 * Finds what moved between own accounts within one filing and class: a run that breaks by as much
 * as another breaks the other way, or begins with; or one that breaks up by all that an account
 * holds which the filing leaves out, or begins with that under the other form of ownership. Just
 * one of each must fit (docs/domain.md §5).
 */
export function findMoves(
  open: readonly OpenAccount[],
  runs: readonly KeyedRun[],
  { matches, listed, knownAt }: FilingOfClass,
): ReadonlyMap<KeyedRun, Move> {
  if (open.length === 0) return NONE;
  const gaps = runs.flatMap((keyed) => gapOf(keyed, matches.get(keyed), knownAt));
  const opened = runs.filter((keyed) => !matches.has(keyed));
  if (gaps.length === 0 && opened.length === 0) return NONE;
  const moves = new Map<KeyedRun, Move>();
  for (const [loss, gain] of pairs(gaps, opened)) {
    moves.set(loss, { from: 'RUN', other: gain });
    moves.set(gain, { from: 'RUN', other: loss });
  }
  const leftOut = open.filter((account) => !listed.has(account) && account.isHolding(knownAt));
  if (leftOut.length === 0) return moves;
  const gains = gainsOf(gaps, opened).filter(({ keyed }) => !moves.has(keyed));
  const fits = (account: OpenAccount, { keyed, gained, isNew }: Gain) =>
    isBalance(account.balance(knownAt), gained) &&
    canMove(account.key, keyed) &&
    (!isNew || isOtherForm(account, keyed, knownAt));
  for (const gain of gains) {
    const [account, ...others] = leftOut.filter((each) => fits(each, gain));
    if (account === undefined || others.length > 0) continue;
    if (gains.filter((one) => fits(account, one)).length > 1) continue;
    moves.set(gain.keyed, { from: 'LEFT_OUT', account });
  }
  return moves;
}

const NONE: ReadonlyMap<KeyedRun, Move> = new Map();

/** Runs of which one loses what the other gains, in this order. */
function pairs(gaps: readonly Gap[], opened: readonly KeyedRun[]): [KeyedRun, KeyedRun][] {
  const losses = gaps.filter(({ gap }) => compareDecimals(gap.amount, ZERO) < 0);
  return losses.flatMap((loss): [KeyedRun, KeyedRun][] => {
    const same = gaps.filter((one) => isMoved(one, loss, loss.gap.amount));
    const gained = gaps.filter((one) => isMoved(one, loss, negate(loss.gap.amount)));
    const gains = [
      ...gained.map(({ keyed }) => keyed),
      ...opened.filter((keyed) => beginsWith(keyed, loss)),
    ];
    const [gain, ...others] = gains;
    return gain === undefined || others.length > 0 || same.length > 1 ? [] : [[loss.keyed, gain]];
  });
}

function gainsOf(gaps: readonly Gap[], opened: readonly KeyedRun[]): Gain[] {
  const raised = gaps.filter((one) => !isBySplit(one));
  const begun = opened.flatMap((keyed): Gain[] => {
    const gained = balanceBefore(keyed.run[0]);
    return gained === null || isZero(gained.amount) ? [] : [{ keyed, gained, isNew: true }];
  });
  return [...raised.map(({ keyed, gap }) => ({ keyed, gained: gap, isNew: false })), ...begun];
}

/**
 * Whether a run says of direct what an account says of indirect ownership, or the reverse, and no
 * earlier.
 */
function isOtherForm(account: OpenAccount, { run }: KeyedRun, knownAt: Instant): boolean {
  const [{ line }] = run;
  return account.key.ownership !== line.ownership && !account.isLate(line, knownAt);
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
