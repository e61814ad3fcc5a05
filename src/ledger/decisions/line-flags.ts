import type { FiledLine } from '../../parser/index.ts';
import { compareDecimals, type Decimal, type Instant } from '../../values/index.ts';
import { dateFlag } from './effective-on.ts';
import { knownCode } from './transaction-code.ts';

/** What is odd about a line as filed; the filed value is kept. */
export type LineFlag =
  | 'DATE_AFTER_FILING'
  | 'DATE_IMPLAUSIBLE'
  | 'PRICE_IMPLAUSIBLE'
  | 'PURCHASE_DISPOSED'
  | 'SALE_ACQUIRED'
  | 'UNKNOWN_CODE'
  | 'AMOUNT_MISSING'
  | 'BALANCE_IS_UNDERLYING'
  | 'ORIGINAL_MISSING';

/** No share of a registered issuer has cost two million dollars: such a price is a total. */
const HIGHEST_PRICE = '2000000' as Decimal;

/** The doubts about one line, in the order of the type above (docs/domain.md §5). */
export function lineFlags(line: FiledLine, knownAt: Instant): LineFlag[] {
  const flags: LineFlag[] = [];
  if (line.kind === 'transaction') {
    const date = dateFlag(line.transactionDate, knownAt);
    const code = knownCode(line.code);
    if (date !== null) flags.push(date);
    if (line.pricePerShare !== null && compareDecimals(line.pricePerShare, HIGHEST_PRICE) > 0) {
      flags.push('PRICE_IMPLAUSIBLE');
    }
    if (code === 'P' && line.acquiredDisposed === 'DISPOSED') flags.push('PURCHASE_DISPOSED');
    if (code === 'S' && line.acquiredDisposed === 'ACQUIRED') flags.push('SALE_ACQUIRED');
    if (code === null) flags.push('UNKNOWN_CODE');
    const isMoved = line.shares !== null || line.totalValue !== null;
    const isStated = line.sharesAfter !== null || line.valueAfter !== null;
    if (!isMoved || !isStated) flags.push('AMOUNT_MISSING');
    return flags;
  }
  if (line.sharesAfter !== null || line.valueAfter !== null) return flags;
  return [line.underlyingShares === null ? 'AMOUNT_MISSING' : 'BALANCE_IS_UNDERLYING'];
}
