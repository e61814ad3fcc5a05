import type { FiledFootnote, TransactionLine } from '../../parser/index.ts';
import { compareDecimals, type Decimal, parseDecimal } from '../../values/index.ts';
import { flat } from './sentences.ts';
import { ADS, ALIAS, statedAdsRatio } from './stated-ads-ratio.ts';

const PER_ADS = new RegExp(
  `(?:per|for each|(?:price|cost) (?:of|for) (?:each|one|an|the)) ${ADS}`,
  'i',
);
const AMOUNT_PER_ADS = new RegExp(
  `\\$\\s?([\\d,]{1,12}(?:\\.\\d{1,8})?)\\s(?:\\(?(?:US ?D?|U\\.S\\. dollars)\\)?\\s)?(?:per|for each) ${ADS}`,
  'gi',
);
const ADSS_AT = new RegExp(
  `${ADS}${ALIAS} at (?:an? [a-z -]{1,40}of )?\\$\\s?([\\d,]{1,12}(?:\\.\\d{1,8})?)`,
  'gi',
);
const RANGE = /from \$\s?([\d,.]{1,15}\d) to \$\s?([\d,.]{1,15}\d)/gi;
const CONVERTED =
  /\b(?:converted|divid(?:ed|ing)|translated|has been adjusted|per (?:ordinary|common) share)\b/i;
const NAMES_ADS = new RegExp(`\\b${ADS}\\b`, 'i');
const TITLE_OF_ADS = new RegExp(`^\\W*(?:Sponsored )?${ADS}\\b`, 'i');

/** A price per ADS on a line that counts shares. */
export interface PricePerAds {
  /** How many shares one ADS is; null where no footnote says so. */
  readonly sharesPerAds: Decimal | null;
}

/**
 * Whether a line of shares gives its price per ADS, as a footnote that it cites says; null where it
 * does not. The ratio may stand in any footnote of the filing (docs/domain.md §5).
 */
export function pricePerAds(
  line: TransactionLine,
  footnotes: readonly FiledFootnote[],
): PricePerAds | null {
  const { pricePerShare: price } = line;
  if (price === null || line.footnotes.length === 0) return null;
  if (TITLE_OF_ADS.test(line.securityTitle)) return null;
  const cited = new Set(line.footnotes.map(({ id }) => id));
  const named = footnotes.filter(({ text }) => NAMES_ADS.test(text));
  const own = named.filter(({ id }) => cited.has(id)).map(({ text }) => flat(text));
  if (!own.some((text) => isPricedPerAds(text, price))) return null;
  for (const text of [...own, ...named.map((note) => flat(note.text))]) {
    const sharesPerAds = statedAdsRatio(text);
    if (sharesPerAds !== null) return { sharesPerAds };
  }
  return { sharesPerAds: null };
}

/** A price that was worked out per share is none, though the note says what an ADS cost. */
function isPricedPerAds(text: string, price: Decimal): boolean {
  const stated = [...text.matchAll(AMOUNT_PER_ADS), ...text.matchAll(ADSS_AT)].flatMap(amountsOf);
  if (stated.some((amount) => compareDecimals(amount, price) === 0)) return true;
  if (!PER_ADS.test(text)) return false;
  if ([...text.matchAll(RANGE)].some((range) => isWithin(price, amountsOf(range)))) return true;
  return stated.length === 0 && !CONVERTED.test(text);
}

function isWithin(price: Decimal, [low, high]: readonly Decimal[]): boolean {
  if (low === undefined || high === undefined) return false;
  return compareDecimals(low, price) <= 0 && compareDecimals(price, high) <= 0;
}

function amountsOf(match: RegExpMatchArray): Decimal[] {
  return match.slice(1).flatMap((text) => parseDecimal(text.replaceAll(',', '')) ?? []);
}
