export { ask } from './ask.ts';
export { byIndex } from './by-index.ts';
export {
  type CancellableQueries,
  Cancellation,
  type StatementObserver,
} from './cancellable-queries.ts';
export { BinaryRows } from './copy-binary.ts';
export { startCopy } from './copy-stream.ts';
export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Queryable,
  SERVER_ROLE,
} from './database.ts';
export { type DatabaseFault, databaseFault } from './database-fault.ts';
export { FILING_KEY } from './filing-order.ts';
export { deleteRows, insertRows, json, type Row, type Table } from './insert-rows.ts';
export { migrate } from './migrate.ts';
export { inTransaction } from './transaction.ts';
