export {
  type AccessionNumber,
  findAccessionNumber,
  INVENTED_FILER,
  parseAccessionNumber,
} from './accession-number.ts';
export { Anomaly, type AnomalyCategory, invariant } from './anomaly.ts';
export {
  type CalendarDate,
  calendarDate,
  dayAfter,
  daysApart,
  daysBefore,
  daysFrom,
  parseCalendarDate,
  parseNamedMonthDate,
} from './calendar-date.ts';
export { type Cik, parseCik } from './cik.ts';
export {
  columnName,
  DATA_SET_DIALECT,
  DATA_SET_EXCERPT,
  DATA_SET_TABLES,
  type DataSetTable,
  dataSetTable,
} from './data-set.ts';
export {
  add,
  compareDecimals,
  type Decimal,
  divide,
  isZero,
  multiply,
  negate,
  parseDecimal,
  ratio,
  round,
  subtract,
  ZERO,
} from './decimal.ts';
export { groupBy } from './group-by.ts';
export {
  firstInstant,
  type Instant,
  instantOf,
  lastInstant,
  newYorkDate,
  newYorkTime,
  parseInstant,
} from './instant.ts';
export { isAscii } from './is-ascii.ts';
export { andThen, type MaybePromise } from './maybe-promise.ts';
export {
  firstDay,
  numberOf,
  parseQuarter,
  type Quarter,
  quarterLater,
  quarterOf,
  quartersBetween,
  yearOf,
} from './quarter.ts';
export { remembered } from './remembered.ts';
export type { SourceDocument } from './source-document.ts';
export { compareText } from './text-order.ts';
