import { signedChange } from '../../../rules/index.ts';
import { type Decimal, subtract } from '../../../values/index.ts';
import type { MatchEvidence } from '../../events/index.ts';
import type { AmendableLine } from './amended-filing.ts';

/** How a line of an amendment fits a line in force (docs/domain.md §6). */
export interface LineFit {
  readonly evidence: Exclude<MatchEvidence, 'NAMED'>;
  /** In how many cells they differ; 0 where the amendment repeats the line without a change. */
  readonly cost: number;
  /** Whether all cells agree but the one by which it fits. */
  readonly isPure: boolean;
}

/**
 * By how many of the five cells that make a line's key two lines may differ, each named by its
 * evidence.
 */
const EVIDENCE = ['SAME_KEY', 'ONE_CELL', 'TWO_CELLS'] as const;

/**
 * How two lines of one table fit: by all keys, or but for one or two of them, where shares and
 * amount after are equal. Null where they do not (docs/domain.md §6).
 */
export function fitLines(
  line: AmendableLine,
  by: AmendableLine,
  isInPlace: boolean,
): LineFit | null {
  if (line.table !== by.table) return null;
  const keys = differingKeys(line, by);
  const evidence = EVIDENCE[keys];
  if (evidence === undefined) return null;
  if (keys > 0 && !haveEqualAmounts(line, by)) return null;
  if (keys > 1 && !isInPlace) return null;
  const others = differingAmounts(line, by);
  return { evidence, cost: keys + others, isPure: others === 0 };
}

/** Whether no cell tells two lines apart. */
export function areAlike(a: AmendableLine, b: AmendableLine): boolean {
  return a.table === b.table && differingKeys(a, b) === 0 && differingAmounts(a, b) === 0;
}

/** Direct or indirect with its nature, as one cell. */
export function ownershipOf({ ownership, nature }: AmendableLine): string {
  return ownership === 'DIRECT' ? '' : `I ${nature}`;
}

/** What was held before the line: amount after less change; null where it does not say. */
export function beginOf({ shares, acquiredDisposed, amountAfter }: AmendableLine): Decimal | null {
  const change = signedChange(shares, acquiredDisposed);
  return change === null || amountAfter === null ? null : subtract(amountAfter, change);
}

function differingKeys(a: AmendableLine, b: AmendableLine): number {
  return count(
    a.securityClass !== b.securityClass,
    a.transactionDate !== b.transactionDate,
    a.code !== b.code,
    a.acquiredDisposed !== b.acquiredDisposed,
    ownershipOf(a) !== ownershipOf(b),
  );
}

function haveEqualAmounts(a: AmendableLine, b: AmendableLine): boolean {
  if (a.amountAfter === null || b.amountAfter === null) {
    return a.shares !== null && a.shares === b.shares;
  }
  return a.amountAfter === b.amountAfter && a.shares === b.shares;
}

function differingAmounts(a: AmendableLine, b: AmendableLine): number {
  // Shares corrected, and the amount after with them.
  const isCoherent = a.shares !== b.shares && a.amountAfter !== b.amountAfter && beginAlike(a, b);
  return (
    count(
      a.shares !== b.shares,
      a.amountAfter !== b.amountAfter,
      a.pricePerShare !== b.pricePerShare,
      a.rest !== b.rest,
      a.title !== b.title && a.securityClass === b.securityClass,
    ) - (isCoherent ? 1 : 0)
  );
}

function beginAlike(a: AmendableLine, b: AmendableLine): boolean {
  const begin = beginOf(a);
  return begin !== null && begin === beginOf(b);
}

function count(...differences: readonly boolean[]): number {
  return differences.filter(Boolean).length;
}
