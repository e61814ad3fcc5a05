export {
  ChangesSinceDocument,
  type ChangesSinceQuery,
  type ChangesSinceQueryVariables,
  HoldingsOfPersonDocument,
  type HoldingsOfPersonQuery,
  type HoldingsOfPersonQueryVariables,
  TradesDocument,
  type TradesSubscription,
  type TradesSubscriptionVariables,
  TransactionsDocument,
  type TransactionsQuery,
  type TransactionsQueryVariables,
} from './graphql/graphql.ts';
export { InsiderLedger, type InsiderLedgerOptions } from './insider-ledger.ts';
export { type AnsweredError, LedgerError } from './ledger-error.ts';
