import { ADS, ADS_SHARES, ALIAS, NUMBER, statedNumber } from '../lines/index.ts';
import { type ShareRatio, wholeRatio } from './share-ratio.ts';

const ONE_ADS = `(?:(?:one|1|each) ${ADS}|(?:one|1) ${ADS}${ALIAS})`;
const STANDS_FOR = '(?:to|for|per|representing|represented|represents|=|:)';
const CHANGE = new RegExp(
  `\\bfrom ${ONE_ADS} ${STANDS_FOR} (${NUMBER}) ${ADS_SHARES}[^.;]{0,20}? to (?:(?:a new ratio of )?${ONE_ADS} ${STANDS_FOR} )?(${NUMBER}) ${ADS_SHARES}`,
  'i',
);

/** New ADSs for old ones, and where a text says so. */
export type AdsRatioChange = ShareRatio & { readonly start: number; readonly end: number };

/**
 * New ADSs for old ones, where a text says from which to which number of shares an ADS was changed.
 */
export function statedAdsRatioChange(text: string): AdsRatioChange | null {
  const found = CHANGE.exec(text);
  if (found === null) return null;
  const [words, from, to] = found;
  const before = from === undefined ? null : statedNumber(from);
  const after = to === undefined ? null : statedNumber(to);
  const ratio = before === null || after === null ? null : wholeRatio(before, after);
  return ratio && { ...ratio, start: found.index, end: found.index + words.length };
}
