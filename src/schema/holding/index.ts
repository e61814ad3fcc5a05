export { HoldingConnection } from './holding.ts';
export { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
