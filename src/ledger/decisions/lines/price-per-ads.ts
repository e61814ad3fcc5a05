import type { FiledFootnote, TransactionLine } from '../../../parser/index.ts';
import { compareDecimals, type Decimal, parseDecimal } from '../../../values/index.ts';
import { NUMBER, statedNumber } from './stated-number.ts';

const ADS = '(?:ADSs?|ADRs?|American Deposit[ao]ry (?:Shares?|Receipts?))';
const SHARES = '(?:Class [A-Z] )?(?:(?:ordinary|common|underlying|registered) )?shares?';
const ALIAS = '(?:\\s?\\([^()]{0,60}\\))?';

/** Ways of stating how many shares one ADS is: the number of shares, then that of ADSs where said. */
const RATIOS: readonly RegExp[] = [
  new RegExp(
    `(?:each|every|one|an|1)\\s${ADS}${ALIAS},?\\s(?:currently )?(?:represent(?:s|ing)?|(?:is|are) equal to|equals?|equivalent to|=|evidences?)\\s(?:the right to receive |an interest in |ownership of )?(${NUMBER})\\s(?:of the (?:issuer|company)[’']s )?${SHARES}`,
    'i',
  ),
  new RegExp(
    `${ADS}${ALIAS},?\\s(?:each|each of which)\\srepresent(?:s|ing)\\s(${NUMBER})\\s${SHARES}`,
    'i',
  ),
  new RegExp(`\\b1 ${ADS} ?= ?(${NUMBER}) ${SHARES}`, 'i'),
  new RegExp(
    `(${NUMBER})\\s${SHARES}\\s(?:per|for (?:each|every|one)|to (?:each|one)|(?:are )?represented by (?:each|one))\\s${ADS}`,
    'i',
  ),
  new RegExp(
    `ratio of (?:one|1) ${ADS}${ALIAS} (?:to|for|per|representing) (${NUMBER}) ${SHARES}`,
    'i',
  ),
];

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
 * Whether a line of shares gives its price per ADS, as a footnote that it cites says; null where it does
 * not. The ratio may stand in any footnote of the filing (docs/domain.md §5).
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
    const sharesPerAds = statedRatio(text);
    if (sharesPerAds !== null) return { sharesPerAds };
  }
  return { sharesPerAds: null };
}

/** How many shares one ADS is, as a text states it; null where it does not. */
function statedRatio(text: string): Decimal | null {
  for (const pattern of RATIOS) {
    const stated = pattern.exec(text)?.[1];
    if (stated !== undefined) return statedNumber(stated);
  }
  return null;
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

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
