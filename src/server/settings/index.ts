export { hostsOf, isOneOf } from './hosts.ts';
export type { OperationLimits } from './operation-limits.ts';
export { type PersistedOperations, readPersistedOperations } from './persisted-operations.ts';
export {
  DEFAULT_SETTINGS,
  heldBytesOf,
  QUERY_BYTES,
  type Reads,
  type Settings,
  type SharesOf,
} from './settings.ts';
