import type { FiledLine } from '../../parser/index.ts';
import { type Decimal, divide, multiply } from '../../values/index.ts';
import { type LineFlag, type LineSurroundings, lineFlags } from './line-flags.ts';
import { pricePerAds } from './price-per-ads.ts';

/** What the shares of a line cost, and what is odd about the line. */
export interface LineValue {
  readonly flags: readonly LineFlag[];
  /** USD; null where shares or price are missing, or may not be multiplied. */
  readonly value: Decimal | null;
  /** True where the value rests on a ratio that a footnote states. */
  readonly isDerived: boolean;
}

const NEVER_MULTIPLIED: ReadonlySet<LineFlag> = new Set([
  'PRICE_IMPLAUSIBLE',
  'PRICE_IS_TOTAL',
  'NEGATIVE_AMOUNT',
]);

/**
 * Shares times price, where nothing speaks against it; of a price per ADS, by the ratio of the
 * footnote (docs/domain.md §5).
 */
export function lineValue(line: FiledLine, filing: LineSurroundings): LineValue {
  const flags = lineFlags(line, filing);
  const none = { flags, value: null, isDerived: false };
  if (line.kind === 'holding' || flags.some((flag) => NEVER_MULTIPLIED.has(flag))) return none;
  if (line.shares === null || line.pricePerShare === null) return none;
  const value = multiply(line.shares, line.pricePerShare);
  const perAds = pricePerAds(line, filing.footnotes);
  if (perAds === null) return { flags, value, isDerived: false };
  if (perAds.sharesPerAds === null) return none;
  return { flags, value: divide(value, perAds.sharesPerAds), isDerived: true };
}
