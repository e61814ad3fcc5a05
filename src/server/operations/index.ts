export type { Variables } from './cost.ts';
export { type Judge, judge } from './judge.ts';
export type { Operation } from './operation.ts';
export { Operations } from './operations.ts';
export { isMutation, type Prepared } from './prepared.ts';
export { beyondBounds, DEEPEST, MOST_VALUES } from './variables.ts';
