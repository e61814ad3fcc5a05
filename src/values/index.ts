export {
  type AccessionNumber,
  findAccessionNumber,
  parseAccessionNumber,
} from './accession-number.ts';
export { Anomaly, type AnomalyCategory, invariant } from './anomaly.ts';
export { type CalendarDate, calendarDate, parseCalendarDate } from './calendar-date.ts';
export { type Cik, parseCik } from './cik.ts';
export {
  add,
  compareDecimals,
  type Decimal,
  isZero,
  multiply,
  negate,
  parseDecimal,
  round,
  subtract,
  ZERO,
} from './decimal.ts';
export { type Instant, instantOf, newYorkDate, newYorkTime, parseInstant } from './instant.ts';
export type { SourceDocument } from './source-document.ts';
