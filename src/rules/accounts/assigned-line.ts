import { type CalendarDate, negate, ZERO } from '../../values/index.ts';
import type { AccountEvidence } from './account-key.ts';
import type { FilingOrder, GroupLine } from './group-line.ts';
import { type Balance, balanceBefore, isSameBalance } from './run.ts';
import type { RunningLine } from './running-order.ts';

/** An account that a line of another one closes. */
interface Closable {
  close(by: GroupLine): void;
}

/** What an account needs of a line once it has it. */
export type AccountLine = Pick<
  GroupLine,
  'position' | 'filing' | 'effectiveOn' | 'change' | 'unit' | 'trade' | 'supersededAt'
>;

/** A line assigned to an account, and why to this one. */
export interface AssignedLine extends Omit<RunningLine, 'line'> {
  readonly line: AccountLine;
  readonly evidence: AccountEvidence;
  /**
   * Whether it is late and breaks: its amount is of its own day, and it displaces no later balance.
   */
  readonly isAside: boolean;
  /** The line at the other side, where a move or another title explains it. */
  readonly counterpart: Counterpart | null;
  /** Whether it is no line of the account, but says that what it held has gone to another. */
  readonly isClosing: boolean;
}

/**
 * A place in an account's accounting order: a line, and those that replaced it one after the other.
 */
export interface Slot {
  readonly filing: FilingOrder;
  readonly versions: AssignedLine[];
}

/**
 * A line of another account of the owner, from which or to which something went without a trade.
 */
export interface Counterpart {
  readonly position: bigint;
  /** What goes on under another title or in one count: the balance of those accounts. */
  readonly continues: Balance | null;
  /** The accounts all of which has gone to the line. */
  readonly closes: readonly Closable[];
}

// Written out: copies by spreading take longer than all accounting.
/** A line of a run in its account. */
export function assigned(
  { line, amount, derived }: RunningLine,
  evidence: AccountEvidence,
  isAside: boolean,
  counterpart: Counterpart | null,
): AssignedLine {
  return { line, amount, derived, evidence, isAside, counterpart, isClosing: false };
}

/** A trade that no line reports: a closing is none. */
const NO_TRADE = 0n;

/** What closes an account: a line of another one, or a statement without any. */
type ClosedBy = Pick<GroupLine, 'position' | 'filing' | 'supersededAt'>;

/**
 * Says after the last line of an account that it holds nothing, from a day on: all is in another
 * line's amount, for as long as that line is in force; or a filing says that nothing is owned.
 */
export function closingLine(
  last: AssignedLine,
  by: ClosedBy,
  { on, held }: { readonly on: CalendarDate; readonly held: Balance },
): AssignedLine {
  return {
    line: {
      position: last.line.position,
      filing: by.filing,
      effectiveOn: on,
      change: negate(held.amount),
      unit: held.unit,
      trade: NO_TRADE,
      supersededAt: by.supersededAt,
    },
    amount: ZERO,
    derived: true,
    evidence: last.evidence,
    isAside: false,
    counterpart: { position: by.position, continues: null, closes: [] },
    isClosing: true,
  };
}

/**
 * The counterpart of a line, of one that replaces it and begins where it began, which closes what
 * that one closed; null of another.
 */
export function counterpartOf(root: AssignedLine, line: RunningLine): Counterpart | null {
  const { counterpart } = root;
  if (counterpart === null || !isSameBalance(balanceBefore(root), balanceBefore(line))) return null;
  for (const account of counterpart.closes) account.close(line.line);
  return counterpart;
}
