export { exportedEvents } from './events.ts';
export { type DecimalType, decimalsBeyond } from './exact-decimals.ts';
export type {
  ExportedCell,
  ExportedColumn,
  ExportedRow,
  ExportedTable,
  ExportedType,
} from './exported-table.ts';
export { exportedFilings } from './filings.ts';
export { exportedHoldings } from './holdings.ts';
export { type LoggedEvent, loggedEvents } from './logged-events.ts';
export { mergedFilings } from './merged-filings.ts';
export { type LedgerReading, readConsistently } from './read-consistently.ts';
export type { ExportSelection } from './selection.ts';
export {
  type Changed,
  changedSince,
  holdingsTimeline,
  RECTANGLE_COLUMNS,
  RECTANGLE_DECIMALS,
  timelineTables,
} from './timeline/index.ts';
export { exportedTransactions } from './transactions.ts';
