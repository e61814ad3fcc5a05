export type { AcquiredDisposed, FormType, OwnershipForm, SecurityTable } from '../parser/index.ts';
export { foldSecurityTitle, type Reconciliation, type Unit } from './accounts/index.ts';
export {
  type Database,
  type DatabaseOptions,
  migrate,
  openDatabase,
  type Queryable,
  SERVER_ROLE,
} from './database/index.ts';
export { cleanTickers, type InsiderRole, type TransactionCode } from './decisions/index.ts';
export type { LedgerEventType } from './events/index.ts';
export { type Ingested, ingest, type Rejection } from './ingest.ts';
export { catchUp, type RebuiltProjection, rebuildProjections } from './projections/index.ts';
export {
  type Audit,
  type AuditedEntries,
  audit,
  countFilings,
  countHoldings,
  countRelationships,
  countSubjectEvents,
  type EventFilter,
  type EventPage,
  eventPages,
  type FilingFilter,
  type FilingKey,
  type FilingSummary,
  filingPages,
  filingSummaries,
  type HistoryFilter,
  type HistoryRow,
  type HoldingFilter,
  type HoldingKey,
  type HoldingRow,
  type HoldingScope,
  type HoldingStatus,
  holdingHistory,
  holdings,
  holdingsPage,
  type LedgerStatus,
  ledgerStatus,
  projectedTo,
  type RelationshipFilter,
  type RelationshipKey,
  type RelationshipRow,
  relationships,
  resolveIdentities,
  type SideTotal,
  type Subject,
  type Viewpoint,
} from './queries/index.ts';
export { type Fault, type Verification, verifyLedger } from './store/index.ts';
