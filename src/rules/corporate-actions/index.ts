export type { ActionEntry } from './action-entry.ts';
export type { CorporateAction, FiledStatement } from './corporate-action.ts';
export { corporateActions } from './corporate-actions.ts';
export { jumpInWords } from './jumps.ts';
export { Restatements, restated } from './restatement.ts';
export { commonDenominator, type ShareRatio } from './share-ratio.ts';
export { statedActions } from './stated-actions.ts';
