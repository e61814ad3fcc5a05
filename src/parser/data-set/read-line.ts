import { parseNamedMonthDate } from '../../values/index.ts';
import { ownershipOf, sideOf, timelinessOf } from '../filed-codes.ts';
import type { FiledFootnoteReference, FiledLine, FootnoteField, OwnershipForm } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import type { LineContext } from '../line-context.ts';
import { placeOf, readBox, readDate, readDecimal, readMarks, readText } from './cells.ts';
import type { Row } from './read-tables.ts';

/** The SEC's own spelling differs between its tables. */
const EXERCISE_DATE = ['EXERCISE_DATE', 'EXCERCISE_DATE'];
const FOOTNOTE_COLUMNS = {
  title: ['SECURITY_TITLE_FN'],
  conversionOrExercisePrice: ['CONV_EXERCISE_PRICE_FN'],
  transactionDate: ['TRANS_DATE_FN'],
  deemedExecutionDate: ['DEEMED_EXECUTION_DATE_FN'],
  // The coding has one list of marks, and the quarters have three names for it.
  code: ['EQUITY_SWAP_TRANS_CD_FN', 'EQUITY_SWAP_INVOLVED_FN', 'TRANS_FORM_TYPE_FN'],
  timeliness: ['TRANS_TIMELINESS_FN'],
  shares: ['TRANS_SHARES_FN'],
  totalValue: ['TRANS_TOTAL_VALUE_FN'],
  pricePerShare: ['TRANS_PRICEPERSHARE_FN'],
  acquiredDisposed: ['TRANS_ACQUIRED_DISP_CD_FN'],
  exercisableOn: ['EXERCISE_DATE_FN', 'EXCERCISE_DATE_FN'],
  expiresOn: ['EXPIRATION_DATE_FN'],
  underlyingTitle: ['UNDLYNG_SEC_TITLE_FN'],
  underlyingShares: ['UNDLYNG_SEC_SHARES_FN'],
  underlyingValue: ['UNDLYNG_SEC_VALUE_FN'],
  amountAfter: ['SHRS_OWND_FOLWNG_TRANS_FN', 'VALU_OWND_FOLWNG_TRANS_FN'],
  ownership: ['DIRECT_INDIRECT_OWNERSHIP_FN'],
  nature: ['NATURE_OF_OWNERSHIP_FN'],
} satisfies Record<FootnoteField, readonly string[]>;

/** Reads one row of a table of lines; null, with a problem, where it is no line. */
export function readLine(row: Row, context: LineContext, findings: Findings): FiledLine | null {
  const securityTitle = readText(row, 'SECURITY_TITLE');
  if (securityTitle === null) {
    const message = 'The row has no title of a security.';
    findings.problem('MISSING', placeOf(row, 'SECURITY_TITLE'), message);
    return null;
  }
  const formType = readText(row, 'TRANS_FORM_TYPE');
  const nature = readText(row, 'NATURE_OF_OWNERSHIP');
  const line = {
    table: context.table,
    line: context.line,
    securityTitle,
    formType,
    ownership: readOwnership(row, nature, findings),
    nature,
    sharesAfter: readDecimal(row, 'SHRS_OWND_FOLWNG_TRANS', findings),
    valueAfter: readDecimal(row, 'VALU_OWND_FOLWNG_TRANS', findings),
    conversionOrExercisePrice: readDecimal(row, 'CONV_EXERCISE_PRICE', findings),
    exercisableOn: readDate(row, EXERCISE_DATE, findings),
    expiresOn: readDate(row, 'EXPIRATION_DATE', findings),
    underlyingTitle: readText(row, 'UNDLYNG_SEC_TITLE'),
    underlyingShares: readDecimal(row, 'UNDLYNG_SEC_SHARES', findings),
    underlyingValue: readDecimal(row, 'UNDLYNG_SEC_VALUE', findings),
    footnotes: readFootnoteMarks(row),
  };
  if (!context.isTransaction) return { kind: 'holding', ...line };
  const transactionDate = readTransactionDate(row, findings);
  if (transactionDate === null) return null;
  return {
    kind: 'transaction',
    ...line,
    transactionDate,
    deemedExecutionDate: readDate(row, 'DEEMED_EXECUTION_DATE', findings),
    code: readText(row, 'TRANS_CODE') ?? '',
    timeliness: timelinessOf(readText(row, 'TRANS_TIMELINESS')),
    equitySwapInvolved: readBox(row, 'EQUITY_SWAP_INVOLVED') ?? false,
    voluntary: context.isForm4 && formType === '5',
    acquiredDisposed: sideOf(readText(row, 'TRANS_ACQUIRED_DISP_CD')),
    shares: readDecimal(row, 'TRANS_SHARES', findings),
    totalValue: readDecimal(row, 'TRANS_TOTAL_VALUE', findings),
    pricePerShare: readDecimal(row, 'TRANS_PRICEPERSHARE', findings),
  };
}

/** A date that cannot be read is the line's problem, not a warning beside it. */
function readTransactionDate(row: Row, findings: Findings) {
  const text = readText(row, 'TRANS_DATE');
  const path = placeOf(row, 'TRANS_DATE');
  if (text === null)
    findings.problem('MISSING', path, 'The row is of a transaction and has no date.');
  const date = text === null ? null : parseNamedMonthDate(text);
  if (text !== null && date === null) {
    findings.problem('INVALID_VALUE', path, `"${clip(text)}" is no date.`);
  }
  return date;
}

function readFootnoteMarks(row: Row): FiledFootnoteReference[] {
  return Object.entries(FOOTNOTE_COLUMNS).flatMap(([field, columns]) =>
    readMarks(row, columns, field as FootnoteField),
  );
}

/** D or I; where neither is said, a nature of indirect ownership tells. */
function readOwnership(row: Row, nature: string | null, findings: Findings): OwnershipForm {
  const said = ownershipOf(readText(row, 'DIRECT_INDIRECT_OWNERSHIP'));
  if (said !== null) return said;
  const read = nature === null ? 'DIRECT' : 'INDIRECT';
  const message = `Neither D nor I: read as ${read}.`;
  findings.warn('MISSING', placeOf(row, 'DIRECT_INDIRECT_OWNERSHIP'), message);
  return read;
}
