export { Cancellation, type StatementObserver } from './cancellable-queries.ts';
export { BinaryRows } from './copy-binary.ts';
export { copyInto } from './copy-stream.ts';
export type { Row } from './copy-text.ts';
export { type Database, openDatabase, type Queryable, SERVER_ROLE } from './database.ts';
export { databaseFault } from './database-fault.ts';
export { FILING_KEY } from './filing-order.ts';
export { followPrimary, type Primary } from './follow-primary.ts';
export { insertRows, json, type Table, updateRows } from './insert-rows.ts';
export { literalLike } from './like.ts';
export { type LookUp, type LookUps, lookingUp, lookUp } from './look-ups.ts';
export { migrate } from './migrate.ts';
export type { RanStatement } from './observe-statements.ts';
export { preparing, queryPrepared } from './query-prepared.ts';
export { type Records, recordsOf } from './records/index.ts';
export { refusePooler } from './refuse-pooler.ts';
export {
  NEW_PACKING,
  type Packing,
  packSource,
  readSources,
  type SourceBytes,
  unpackSource,
  writeSources,
} from './sources.ts';
export { type Step, stepTogether } from './steps.ts';
export { inTransaction, type Planning } from './transaction.ts';
export { withIndexScans } from './with-index-scans.ts';
export { type ChangedTable, writeTables } from './write-tables.ts';
