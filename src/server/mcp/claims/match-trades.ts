import {
  add,
  compareDecimals,
  type Decimal,
  multiply,
  parseDecimal,
  subtract,
  ZERO,
} from '../../../values/index.ts';
import type { ClaimedFragment } from '../graphql/index.ts';
import type { Action, Claim, Reason } from './claim.ts';

/** Lines that say what a claim says, and in which way. */
export interface Match {
  readonly reason: Reason;
  readonly lines: readonly ClaimedFragment[];
}

type Said = Pick<Claim, 'shares' | 'price' | 'priceIs'>;

/** Whether a line reports an action (docs/domain.md §8). Holding something is none. */
export function reports(line: ClaimedFragment, action: Action): boolean {
  const { code, acquiredDisposed } = line;
  switch (action) {
    case 'bought':
      return code === 'P';
    case 'sold':
      return code === 'S';
    case 'acquired':
      return acquiredDisposed === 'ACQUIRED';
    case 'disposed_of':
      return acquiredDisposed === 'DISPOSED';
    case 'was_granted':
      return code === 'A';
    case 'exercised':
      return code === 'M' || code === 'X' || code === 'O';
    case 'gave':
      return code === 'G' && acquiredDisposed === 'DISPOSED';
    case 'held':
      return false;
  }
}

/**
 * The lines that say exactly what is claimed: one of them; else those of a filing, of a day or of
 * the whole period, of one class, added up. Null where none do.
 */
export function matchTrades(lines: readonly ClaimedFragment[], said: Said): Match | null {
  const one = lines.find((line) => saysSo([line], said));
  if (one !== undefined) return { reason: 'ONE_LINE', lines: [one] };
  if (said.shares === null) return null;
  const counted = countedOnce(lines);
  const ways: readonly (readonly [Reason, (line: ClaimedFragment) => string])[] = [
    ['ONE_FILING', ({ filing }) => filing.id],
    ['ONE_DAY', ({ effectiveOn }) => effectiveOn],
    ['WHOLE_PERIOD', () => ''],
  ];
  for (const [reason, apart] of ways) {
    for (const group of groupsOf(counted, apart)) {
      if (saysSo(group, said)) return { reason, lines: group };
    }
  }
  return null;
}

/** Each trade once: of duplicate reports the first, and of negative amounts none (§5). */
function countedOnce(lines: readonly ClaimedFragment[]): ClaimedFragment[] {
  const seen = new Set<string>();
  return lines.filter(({ position, alsoReportedIn, flags }) => {
    if (flags.includes('NEGATIVE_AMOUNT')) return false;
    const isSeen = alsoReportedIn.some((other) => seen.has(other.position));
    seen.add(position);
    return !isSeen;
  });
}

/** Lines of one class, apart by one thing more. */
function groupsOf(
  lines: readonly ClaimedFragment[],
  apart: (line: ClaimedFragment) => string,
): ClaimedFragment[][] {
  const groups = new Map<string, ClaimedFragment[]>();
  for (const line of lines) {
    const { table, class: its } = line.security;
    const key = JSON.stringify([apart(line), line.issuer.id, table, its]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Whether lines together say so many shares at that price. */
function saysSo(lines: readonly ClaimedFragment[], { shares, price, priceIs }: Said): boolean {
  if (shares !== null && sharesOf(lines) !== shares) return false;
  if (price === null) return true;
  if (priceIs === 'each') return lines.every((line) => exact(line.pricePerShare) === price);
  return averages(lines, price);
}

/** All shares of lines; null where one does not say how many. */
function sharesOf(lines: readonly ClaimedFragment[]): Decimal | null {
  return lines.reduce<Decimal | null>((sum, line) => {
    const shares = exact(line.shares);
    return sum === null || shares === null ? null : add(sum, shares);
  }, ZERO);
}

/** Whether the average price of lines is a price, to as many decimals as that is given with. */
function averages(lines: readonly ClaimedFragment[], price: Decimal): boolean {
  const shares = sharesOf(lines);
  const values = lines.map(({ value }) => exact(value));
  if (shares === null || values.includes(null)) return false;
  const value = values.reduce<Decimal>((sum, each) => add(sum, each ?? ZERO), ZERO);
  const decimals = price.includes('.') ? price.length - price.indexOf('.') - 1 : 0;
  const half = parseDecimal(`0.${'0'.repeat(decimals)}5`) ?? ZERO;
  const away = subtract(value, multiply(price, shares));
  const distance = away.startsWith('-') ? subtract(ZERO, away) : away;
  return compareDecimals(distance, multiply(half, shares)) <= 0;
}

function exact(amount: string | null): Decimal | null {
  return amount === null ? null : parseDecimal(amount);
}
