export { actionsAsked, type BasisAsked, basisArgument } from './basis.ts';
export { Holding, HoldingConnection } from './holding.ts';
export { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
export { viewedAt } from './viewed.ts';
