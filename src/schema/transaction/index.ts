export { TransactionFilterInput, transactionFilterOf } from './transaction-filter.ts';
export { LATEST_KNOWN } from './transaction-order.ts';
