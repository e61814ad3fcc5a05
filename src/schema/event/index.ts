export { filterOf } from './event-filter.ts';
export { HoldingReported } from './holding-reported.ts';
export { findEvent, LedgerEvent, loadEvent, objectTypeOf } from './ledger-event.ts';
export {
  follow,
  ofTypes,
  type SubscriptionArguments,
  subscriptionArguments,
} from './subscription.ts';
export { TransactionReported } from './transaction-reported.ts';
export { wholeLine } from './whole-line.ts';
