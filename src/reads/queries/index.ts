export { accountEvidence, type EntryKey } from './account-evidence.ts';
export { type AccountMove, accountMoves } from './account-moves.ts';
export { type ActivityPeriod, activity } from './activity.ts';
export type { ActivityBucket } from './activity-periods.ts';
export { alsoReported } from './also-reported.ts';
export {
  type Audit,
  type AuditedEntries,
  type AuditedKind,
  audit,
} from './audit.ts';
export { AT_ONE_VIEWPOINT, balances } from './balances.ts';
export type { WithIssuer, WithPerson } from './beside.ts';
export { breakCauses, breakCausesOfLines } from './break-causes.ts';
export {
  type CoInsiderKey,
  type CoInsiderRow,
  coInsiders,
  countCoInsiders,
} from './co-insiders.ts';
export { type ConnectionQuestion, type ConnectionStep, connectionPath } from './connection-path.ts';
export { type IssuerActions, issuerActions } from './corporate-actions.ts';
export { type AccountKnown, type DatedBalanceRow, datedBalances } from './dated-balances.ts';
export { countSubjectEvents } from './event-counts.ts';
export type { Add, EventFilter, EventPage } from './event-filter.ts';
export { eventPages, eventRowPages } from './event-pages.ts';
export {
  type EventRow,
  type EventSeal,
  eventsAt,
  eventsOfFilings,
  linesOfFilings,
  newestEvent,
} from './event-rows.ts';
export {
  type FilingName,
  type FilingSource,
  findSource,
  sourceBytes,
  sourceOf,
  sourceText,
} from './filing-sources.ts';
export { type FilingSummary, filingSummaries } from './filing-summaries.ts';
export {
  countFilings,
  type FilingFilter,
  type FilingKey,
  type FilingPage,
  filingPages,
} from './filings.ts';
export {
  FILTERED,
  filteredAt,
  type HoldingFilter,
  type HoldingStatus,
} from './holding-filter.ts';
export { type HistoryFilter, holdingHistory, type ViewedHistoryRow } from './holding-history.ts';
export { countHoldings, type HoldingKey, holdingsPage } from './holding-pages.ts';
export type { HoldingSourceCells, HoldingWithParts } from './holding-parts.ts';
export type { HoldingRow, Viewed } from './holding-row.ts';
export { type HoldingScope, holdings, holdingsViewed } from './holdings.ts';
export { resolveIdentities } from './identities.ts';
export { type IssuerFactsRow, issuerFacts } from './issuer-facts.ts';
export { type IssuerRow, issuersByCik, issuersById, latestUsers } from './issuer-rows.ts';
export { ledgerPositions, ledgerState } from './ledger-state.ts';
export {
  type CitedFootnotes,
  citationsAt,
  type LineRow,
  linesAt,
  type PlacedLine,
  type SecurityTerms,
  type StoredFootnote,
} from './line-rows.ts';
export {
  type EventNotice,
  type LineNotice,
  type LineRetraction,
  latestNotices,
  type NoticedLine,
  type NoticesFound,
  noticesAfter,
  type ReportedNotice,
  type Reporter,
  type RetractedNotice,
  type RetractingEvent,
  retractingEvents,
} from './notices/index.ts';
export { type OwnershipTotal, ownership } from './ownership.ts';
export type { Part } from './parts.ts';
export { type PersonRow, peopleByCik, peopleById, peopleOfFilings } from './person-rows.ts';
export { readingsBehind } from './readings-behind.ts';
export {
  countRelationships,
  type RelationshipFilter,
  type RelationshipKey,
  type RelationshipRow,
  type RelationshipWithParts,
  relationships,
  relationshipsOf,
  roleHistoriesOf,
} from './relationships.ts';
export type { ActionsAsked, Basis, Straddling } from './restatements.ts';
export {
  type CauseKey,
  type Revision,
  type RevisionSpan,
  revisionCauses,
  revisions,
  revisionsIn,
  revisionsOfEvents,
} from './revisions/index.ts';
export { countHits, type SearchHit, type SearchPage, search } from './search.ts';
export type { SideTotal } from './side-totals.ts';
export {
  countFilingsBeside,
  exampleTicker,
  type LedgerStatus,
  ledgerStatus,
  projectedTo,
} from './status.ts';
export { streamPositions } from './stream-positions.ts';
export type { Subject, SubjectViewed } from './subject.ts';
export type { ClassActivity } from './trades.ts';
export {
  type Cluster,
  type ClusterKey,
  type ClusterQuestion,
  clusters,
  countClusters,
  countTransactions,
  filteredTransactions,
  type OrderedTransaction,
  orderedBy,
  type PlanState,
  type TransactionFilter,
  type TransactionKey,
  type TransactionOrder,
  type TransactionOrderField,
  type TransactionQuestion,
  transactionPage,
} from './transactions/index.ts';
export type { Viewpoint } from './viewpoint.ts';
