import { ownershipOf, sideOf, timelinessOf } from '../filed-codes.ts';
import type { FiledFootnoteReference, FiledLine, FootnoteField, OwnershipForm } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import { FOOTNOTE_FIELDS, inFieldOrder } from '../footnote-references.ts';
import type { LineContext } from '../line-context.ts';
import { at, type Placed, readBox, readDate, readDecimal, readMarks, readText } from './reader.ts';

/** What of a document its lines depend on. */
export interface LinesContext {
  readonly isForm4: boolean;
  /** X0101 or none: the schema of May 2003, which calls the price a value. */
  readonly isFirstSchema: boolean;
}

/** Reads one row of Table I or II; null, with problems, where it is no line. */
export function readLine(
  row: Placed,
  context: LineContext & LinesContext,
  findings: Findings,
): FiledLine | null {
  const coding = at(row, 'transactionCoding');
  const cells = cellsOf(row, context, findings);
  const valueAfter = at(at(row, 'postTransactionAmounts'), 'valueOwnedFollowingTransaction');
  const securityTitle = readText(cells.title);
  if (securityTitle === null) {
    findings.problem('MISSING', cells.title.path, 'The row has no title of a security.');
    return null;
  }
  const footnotes: FiledFootnoteReference[] = [];
  for (const field of FOOTNOTE_FIELDS) readMarks(cells[field], field, footnotes);
  readMarks(valueAfter, 'amountAfter', footnotes);
  readMarks(at(coding, 'transactionCode'), 'code', footnotes);
  const formType = readText(at(coding, 'transactionFormType'));
  const line = {
    table: context.table,
    line: context.line,
    securityTitle,
    formType,
    ownership: readOwnership(cells.ownership, readText(cells.nature), findings),
    nature: readText(cells.nature),
    sharesAfter: readDecimal(cells.amountAfter, findings),
    valueAfter: readDecimal(valueAfter, findings),
    conversionOrExercisePrice: readDecimal(cells.conversionOrExercisePrice, findings),
    exercisableOn: readDate(cells.exercisableOn, findings),
    expiresOn: readDate(cells.expiresOn, findings),
    underlyingTitle: readText(cells.underlyingTitle),
    underlyingShares: readDecimal(cells.underlyingShares, findings),
    underlyingValue: readDecimal(cells.underlyingValue, findings),
    footnotes: inFieldOrder(footnotes),
  };
  if (!context.isTransaction) return { kind: 'holding', ...line };
  const transactionDate = readDate(cells.transactionDate, findings);
  if (transactionDate === null) {
    const filed = readText(cells.transactionDate);
    const message =
      filed === null
        ? 'The row is of a transaction and has no date.'
        : `"${clip(filed)}" is no date.`;
    findings.problem(
      filed === null ? 'MISSING' : 'INVALID_VALUE',
      cells.transactionDate.path,
      message,
    );
    return null;
  }
  return {
    kind: 'transaction',
    ...line,
    transactionDate,
    deemedExecutionDate: readDate(cells.deemedExecutionDate, findings),
    code: readText(at(coding, 'transactionCode')) ?? '',
    timeliness: timelinessOf(readText(cells.timeliness)),
    equitySwapInvolved: readBox(at(coding, 'equitySwapInvolved')) ?? false,
    voluntary: context.isForm4 && formType === '5',
    acquiredDisposed: sideOf(readText(cells.acquiredDisposed)),
    shares: readDecimal(cells.shares, findings),
    totalValue: readDecimal(cells.totalValue, findings),
    pricePerShare: readDecimal(cells.pricePerShare, findings),
  };
}

/** The elements of a row, by the field whose footnotes they cite. */
function cellsOf(
  row: Placed,
  context: LinesContext,
  findings: Findings,
): Record<FootnoteField, Placed> {
  const coding = at(row, 'transactionCoding');
  const amounts = at(row, 'transactionAmounts');
  const after = at(row, 'postTransactionAmounts');
  const nature = at(row, 'ownershipNature');
  const underlying = at(row, 'underlyingSecurity');
  return {
    title: at(row, 'securityTitle'),
    conversionOrExercisePrice: at(row, 'conversionOrExercisePrice'),
    transactionDate: at(row, 'transactionDate'),
    deemedExecutionDate: at(row, 'deemedExecutionDate'),
    code: coding,
    timeliness: at(row, 'transactionTimeliness'),
    shares: at(amounts, 'transactionShares'),
    totalValue: at(amounts, 'transactionTotalValue'),
    pricePerShare: priceIn(amounts, context, findings),
    acquiredDisposed: at(amounts, 'transactionAcquiredDisposedCode'),
    exercisableOn: at(row, 'exerciseDate'),
    expiresOn: at(row, 'expirationDate'),
    underlyingTitle: at(underlying, 'underlyingSecurityTitle'),
    underlyingShares: at(underlying, 'underlyingSecurityShares'),
    underlyingValue: at(underlying, 'underlyingSecurityValue'),
    amountAfter: at(after, 'sharesOwnedFollowingTransaction'),
    ownership: at(nature, 'directOrIndirectOwnership'),
    nature: at(nature, 'natureOfOwnership'),
  };
}

/** The cell of the price, which the first schema calls a value; a problem where a row has two. */
function priceIn(amounts: Placed, { isFirstSchema }: LinesContext, findings: Findings): Placed {
  const price = at(amounts, 'transactionPricePerShare');
  const value = at(amounts, 'transactionValue');
  const said = readText(value);
  if (said === null) return price;
  if (isFirstSchema && (price.element === undefined || readText(price) === said)) return value;
  const message = 'A row of the first schema alone has its price here, and no other beside it.';
  findings.problem('UNKNOWN_ELEMENT', value.path, message);
  return price;
}

/** D or I; where neither is said, a nature of indirect ownership tells. */
function readOwnership(cell: Placed, nature: string | null, findings: Findings): OwnershipForm {
  const said = ownershipOf(readText(cell));
  if (said !== null) return said;
  const read = nature === null ? 'DIRECT' : 'INDIRECT';
  findings.warn('MISSING', cell.path, `Neither D nor I: read as ${read}.`);
  return read;
}
