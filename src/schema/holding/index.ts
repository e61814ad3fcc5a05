export { actionsAsked, basisArgument } from './basis.ts';
export { HoldingConnection } from './holding.ts';
export { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
