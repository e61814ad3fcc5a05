export { countEvents, type EventFilter, type EventPage, eventPositions } from './events.ts';
export { type HistoryFilter, type HistoryRow, holdingHistory } from './holding-history.ts';
export {
  type HoldingFilter,
  type HoldingKey,
  type HoldingRow,
  type HoldingScope,
  type HoldingStatus,
  holdings,
  holdingsPage,
} from './holdings.ts';
export {
  type InsiderRole,
  type RelationshipFilter,
  type RelationshipKey,
  type RelationshipRow,
  relationships,
} from './relationships.ts';
export { type LedgerStatus, ledgerStatus } from './status.ts';
export type { Viewpoint } from './viewpoint.ts';
