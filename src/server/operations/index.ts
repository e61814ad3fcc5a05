export type { Variables } from './cost.ts';
export { tooCostly } from './limits.ts';
export type { Operation } from './operation.ts';
export { Operations } from './operations.ts';
export { isMutation, type Prepared } from './prepared.ts';
export { variableValues } from './variables.ts';
