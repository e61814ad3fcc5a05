export { filingEffectiveOn, lineEffectiveOn, roleEffectiveOn } from './effective-on.ts';
export { lineBalance, signedChange } from './line-balance.ts';
export type { LineFlag } from './line-flags.ts';
export { type LinePlan, linePlan, plansOfFootnotes } from './line-plan.ts';
export { lineValue } from './line-value.ts';
export {
  decideRule10b5One,
  mentionsPlan,
  planBox,
  type Rule10b5One,
  type StatedPlan,
  statedPlan,
} from './rule-10b5-one.ts';
export { flat, sentencesOf } from './sentences.ts';
export { ADS, ADS_SHARES, ALIAS, statedAdsRatio } from './stated-ads-ratio.ts';
export { STATED_DATE, statedDate } from './stated-date.ts';
export { NUMBER, statedNumber } from './stated-number.ts';
export { knownCode, type TransactionCode } from './transaction-code.ts';
