import { ADS, ADS_SHARES, ALIAS, NUMBER, statedNumber } from '../lines/index.ts';
import { type ShareRatio, wholeRatio } from './share-ratio.ts';

const ONE_ADS = `(?:(?:one|1|each) ${ADS}|(?:one|1) ${ADS}${ALIAS})`;
const STANDS_FOR = '(?:to|for|per|representing|represented|represents|=|:)';
const CHANGE = new RegExp(
  `\\bfrom ${ONE_ADS} ${STANDS_FOR} (${NUMBER}) ${ADS_SHARES}[^.;]{0,20}? to (?:(?:a new ratio of )?${ONE_ADS} ${STANDS_FOR} )?(${NUMBER}) ${ADS_SHARES}`,
  'i',
);

/**
 * New ADSs for old ones, where a text says from which to which number of shares an ADS was changed.
 */
export function statedAdsRatioChange(text: string): ShareRatio | null {
  const [, from, to] = CHANGE.exec(text) ?? [];
  const before = from === undefined ? null : statedNumber(from);
  const after = to === undefined ? null : statedNumber(to);
  return before === null || after === null ? null : wholeRatio(before, after);
}
