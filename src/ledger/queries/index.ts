export { accountEvidence, type EntryKey } from './account-evidence.ts';
export { type ActivityPeriod, activity } from './activity.ts';
export type { ActivityBucket } from './activity-periods.ts';
export { alsoReported } from './also-reported.ts';
export {
  type Audit,
  type AuditedEntries,
  type AuditedKind,
  audit,
  type BreakCause,
} from './audit.ts';
export {
  type CoInsiderKey,
  type CoInsiderRow,
  coInsiders,
  countCoInsiders,
} from './co-insiders.ts';
export {
  type ConnectionQuestion,
  type ConnectionStep,
  connectionPath,
} from './connection-path.ts';
export { countSubjectEvents } from './event-counts.ts';
export type { EventFilter, EventPage } from './event-filter.ts';
export { eventPages } from './event-pages.ts';
export { type FilingSummary, filingSummaries } from './filing-summaries.ts';
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
export { ledgerPositions, ledgerState } from './ledger-state.ts';
export { type OwnershipTotal, ownership } from './ownership.ts';
export {
  countRelationships,
  type RelationshipFilter,
  type RelationshipKey,
  type RelationshipRow,
  relationships,
} from './relationships.ts';
export { countHits, type SearchHit, type SearchPage, search } from './search.ts';
export type { SideTotal } from './side-totals.ts';
export { type LedgerStatus, ledgerStatus, projectedTo } from './status.ts';
export type { Subject } from './subject.ts';
export type { Viewpoint } from './viewpoint.ts';
