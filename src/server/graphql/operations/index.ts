export { Answers } from './answers.ts';
export type { Variables } from './cost.ts';
export {
  type Asker,
  argsOf,
  Engine,
  isMutation,
  isRefusal,
  isSubscription,
  type Ready,
  type Refusal,
  type Request,
} from './engine.ts';
export { DEFAULT_LIMITS, type OperationLimits } from './limits.ts';
export type { Operation } from './operation.ts';
export {
  NOTHING_PERSISTED,
  type PersistedOperations,
  readPersistedOperations,
} from './persisted-operations.ts';
