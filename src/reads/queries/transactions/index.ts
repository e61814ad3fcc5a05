export {
  type Cluster,
  type ClusterKey,
  type ClusterQuestion,
  clusters,
  countClusters,
} from './clusters.ts';
export type { PlanState, TransactionFilter } from './transaction-filter.ts';
export type {
  TransactionKey,
  TransactionOrder,
  TransactionOrderField,
} from './transaction-order.ts';
export {
  countTransactions,
  type OrderedTransaction,
  type TransactionQuestion,
  transactionPage,
} from './transaction-pages.ts';
