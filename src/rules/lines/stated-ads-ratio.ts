import type { Decimal } from '../../values/index.ts';
import { NUMBER, statedNumber } from './stated-number.ts';

/** Spellings of an American Depositary Share, in a pattern without groups. */
export const ADS = '(?:ADSs?|ADRs?|American Deposit[ao]ry (?:Shares?|Receipts?))';
/** A term defined beside a name, in a pattern without groups. */
export const ALIAS = '(?:\\s?\\([^()]{0,60}\\))?';
/** Spellings of the shares that it stands for, in a pattern without groups. */
export const ADS_SHARES = '(?:Class [A-Z] )?(?:(?:ordinary|common|underlying|registered) )?shares?';

/**
 * Ways of stating how many shares one ADS is: the number of shares, then that of ADSs where said.
 */
const RATIOS: readonly RegExp[] = [
  new RegExp(
    `(?:each|every|one|an|1)\\s${ADS}${ALIAS},?\\s(?:currently )?(?:represent(?:s|ing)?|(?:is|are) equal to|equals?|equivalent to|=|evidences?)\\s(?:the right to receive |an interest in |ownership of )?(${NUMBER})\\s(?:of the (?:issuer|company)[’']s )?${ADS_SHARES}`,
    'i',
  ),
  new RegExp(
    `${ADS}${ALIAS},?\\s(?:each|each of which)\\srepresent(?:s|ing)\\s(${NUMBER})\\s${ADS_SHARES}`,
    'i',
  ),
  new RegExp(`\\b1 ${ADS} ?= ?(${NUMBER}) ${ADS_SHARES}`, 'i'),
  new RegExp(
    `(${NUMBER})\\s${ADS_SHARES}\\s(?:per|for (?:each|every|one)|to (?:each|one)|(?:are )?represented by (?:each|one))\\s${ADS}`,
    'i',
  ),
  new RegExp(
    `ratio of (?:one|1) ${ADS}${ALIAS} (?:to|for|per|representing) (${NUMBER}) ${ADS_SHARES}`,
    'i',
  ),
];

/** How many shares one ADS is, as a text states it; null where it does not. */
export function statedAdsRatio(text: string): Decimal | null {
  for (const pattern of RATIOS) {
    const stated = pattern.exec(text)?.[1];
    if (stated !== undefined) return statedNumber(stated);
  }
  return null;
}
