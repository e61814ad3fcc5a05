export {
  type Audit,
  type AuditedEntries,
  type AuditedKind,
  audit,
  type BreakCause,
} from './audit.ts';
export { countSubjectEvents } from './event-counts.ts';
export type { EventFilter, EventPage } from './event-filter.ts';
export { eventPages } from './event-pages.ts';
export { type FilingSummary, filingSummaries, type SideTotal } from './filing-summaries.ts';
export {
  countFilings,
  type FilingFilter,
  type FilingKey,
  type FilingPage,
  filingPages,
} from './filings.ts';
export { type HistoryFilter, type HistoryRow, holdingHistory } from './holding-history.ts';
export {
  countHoldings,
  type HoldingFilter,
  type HoldingKey,
  type HoldingRow,
  type HoldingScope,
  type HoldingStatus,
  holdings,
  holdingsPage,
} from './holdings.ts';
export { resolveIdentities } from './identities.ts';
export {
  countRelationships,
  type InsiderRole,
  type RelationshipFilter,
  type RelationshipKey,
  type RelationshipRow,
  relationships,
} from './relationships.ts';
export { type LedgerStatus, ledgerStatus, projectedTo } from './status.ts';
export type { Subject } from './subject.ts';
export type { Viewpoint } from './viewpoint.ts';
