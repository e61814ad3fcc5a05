import type { Decimal } from '../../values/index.ts';
import { NUMBER, statedNumber } from './stated-number.ts';

/** Spellings of an American or Global Depositary Share, in a pattern without groups. */
export const ADS = '(?:[AG]DSs?|[AG]DRs?|(?:American|Global) Deposit[ao]ry (?:Shares?|Receipts?))';
/** A term defined beside a name, in a pattern without groups. */
export const ALIAS = '(?:\\s?\\([^()]{0,60}\\))?';
/** Spellings of the shares that it stands for, in a pattern without groups. */
export const ADS_SHARES = '(?:Class [A-Z] )?(?:(?:ordinary|common|underlying|registered) )?shares?';

/**
 * Ways of stating how many shares one ADS is: the number of shares, then that of ADSs where said.
 */
const RATIOS: readonly RegExp[] = [
  new RegExp(
    `(?:each|every|one|an|1)\\s${ADS}${ALIAS},?\\s(?:currently )?(?:represent(?:s|ing)?|(?:is |are )?(?:equal|equivalent) to|equals?|=|evidences?|stands for|corresponds to|(?:is )?comprise[sd]?(?: of)?|consists of)\\s(?:the right to receive |an interest in |ownership of )?(${NUMBER})\\s(?:of the (?:issuer|company)[’']s )?${ADS_SHARES}`,
    'i',
  ),
  new RegExp(
    `${ADS}${ALIAS},?\\s(?:each|each of which)\\srepresent(?:s|ing)\\s(${NUMBER})\\s${ADS_SHARES}`,
    'i',
  ),
  new RegExp(`\\b1 ${ADS} ?= ?(${NUMBER}) ${ADS_SHARES}`, 'i'),
  new RegExp(
    `(${NUMBER})\\s${ADS_SHARES} (?:equals?|are equal to|make up|constitute) (?:one|1) ${ADS}`,
    'i',
  ),
  new RegExp(
    `ratio of ${ADS_SHARES} to ${ADS}${ALIAS} (?:is|of|was) (${NUMBER})(?::| to | for )(?:one|1)\\b`,
    'i',
  ),
  new RegExp(
    `ratio of ${ADS}${ALIAS} to ${ADS_SHARES} (?:is|of|was) (?:one|1)(?::| to | for )(${NUMBER})`,
    'i',
  ),
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
