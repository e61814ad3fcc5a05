import type { FiledFootnote, FiledLine, TransactionLine } from '../../parser/index.ts';
import { compareDecimals, type Decimal, type Instant, ZERO } from '../../values/index.ts';
import { dateFlag } from './effective-on.ts';
import { priceFlag } from './price-flag.ts';
import { pricePerAds } from './price-per-ads.ts';
import { knownCode } from './transaction-code.ts';

/** What is odd about a line as filed; the filed value is kept. */
export type LineFlag =
  | 'DATE_AFTER_FILING'
  | 'DATE_IMPLAUSIBLE'
  | 'PRICE_IMPLAUSIBLE'
  | 'PRICE_IS_TOTAL'
  | 'PRICE_PER_ADS'
  | 'PURCHASE_DISPOSED'
  | 'SALE_ACQUIRED'
  | 'UNKNOWN_CODE'
  | 'AMOUNT_MISSING'
  | 'NEGATIVE_AMOUNT'
  | 'BALANCE_IS_UNDERLYING'
  | 'ORIGINAL_MISSING';

/** The filing that a line stands in, and when it became known. */
export interface LineSurroundings {
  readonly lines: readonly FiledLine[];
  readonly footnotes: readonly FiledFootnote[];
  readonly knownAt: Instant;
}

/** The doubts about one line, in the order of the type above (docs/domain.md §5). */
export function lineFlags(line: FiledLine, filing: LineSurroundings): LineFlag[] {
  const negative = isNegative(line) ? (['NEGATIVE_AMOUNT'] as const) : [];
  if (line.kind === 'transaction') return [...transactionFlags(line, filing), ...negative];
  if (line.sharesAfter !== null || line.valueAfter !== null) return [...negative];
  const missing = line.underlyingShares === null;
  return missing ? ['AMOUNT_MISSING'] : [...negative, 'BALANCE_IS_UNDERLYING'];
}

function transactionFlags(line: TransactionLine, filing: LineSurroundings): LineFlag[] {
  const { acquiredDisposed } = line;
  const code = knownCode(line.code);
  const isMoved = line.shares !== null || line.totalValue !== null;
  const isStated = line.sharesAfter !== null || line.valueAfter !== null;
  const flags = [dateFlag(line.transactionDate, filing.knownAt), priceFlag(line, filing)];
  return [
    ...flags.filter((flag) => flag !== null),
    ...(pricePerAds(line, filing.footnotes) === null ? [] : (['PRICE_PER_ADS'] as const)),
    ...(code === 'P' && acquiredDisposed === 'DISPOSED' ? (['PURCHASE_DISPOSED'] as const) : []),
    ...(code === 'S' && acquiredDisposed === 'ACQUIRED' ? (['SALE_ACQUIRED'] as const) : []),
    ...(code === null ? (['UNKNOWN_CODE'] as const) : []),
    ...(isMoved && isStated ? [] : (['AMOUNT_MISSING'] as const)),
  ];
}

/** A short position, or a sign where A or D already says which way it went. */
function isNegative(line: FiledLine): boolean {
  const amounts = [line.sharesAfter, line.valueAfter, line.underlyingShares, line.underlyingValue];
  const moved =
    line.kind === 'transaction' ? [line.shares, line.totalValue, line.pricePerShare] : [];
  return [...amounts, ...moved].some((amount) => amount !== null && isBelowZero(amount));
}

function isBelowZero(amount: Decimal): boolean {
  return compareDecimals(amount, ZERO) < 0;
}
