export { HoldingReported } from './holding-reported.ts';
export { findEvent, LedgerEvent, loadEvent, objectTypeOf } from './ledger-event.ts';
export { TransactionReported } from './transaction-reported.ts';
export { wholeLine } from './whole-line.ts';
