export {
  type Cluster,
  type ClusterKey,
  type ClusterQuestion,
  clusters,
  countClusters,
} from './clusters.ts';
export { filteredTransactions, linePasses } from './transaction-conditions.ts';
export type { PlanState, TransactionFilter } from './transaction-filter.ts';
export {
  orderedBy,
  type TransactionKey,
  type TransactionOrder,
  type TransactionOrderField,
} from './transaction-order.ts';
export {
  countTransactions,
  type OrderedTransaction,
  type TransactionQuestion,
  transactionPage,
} from './transaction-pages.ts';
