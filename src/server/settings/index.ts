export type { OperationLimits } from './operation-limits.ts';
export { type PersistedOperations, readPersistedOperations } from './persisted-operations.ts';
export {
  DEFAULT_SETTINGS,
  QUERY_BYTES,
  type Reads,
  type Settings,
  type SubscriptionLimits,
} from './settings.ts';
