import { ownershipOf, sideOf, timelinessOf } from '../filed-codes.ts';
import type { FiledFootnoteReference, FiledLine, FootnoteField, OwnershipForm } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import { FOOTNOTE_FIELDS, inFieldOrder } from '../footnote-references.ts';
import type { LineContext } from '../line-context.ts';
import { child, type XmlElement } from './element.ts';
import { type Placed, readBox, readDate, readDecimal, readMarks, readText } from './reader.ts';

/** What of a document its lines depend on. */
export interface LinesContext {
  readonly isForm4: boolean;
  /** X0101 or none: the schema of May 2003, which calls the price a value. */
  readonly isFirstSchema: boolean;
}

/** Reads one row of Table I or II; null, with problems, where it is no line. */
export function readLine(
  row: XmlElement,
  place: Placed,
  context: LineContext & LinesContext,
  findings: Findings,
): FiledLine | null {
  const cells = cellsOf(row, place, context, findings);
  const coding = cells.code;
  const valueAfter = child(child(row, 'postTransactionAmounts'), 'valueOwnedFollowingTransaction');
  const securityTitle = readText(cells.title);
  if (securityTitle === null) {
    const path = `${place.path}/securityTitle`;
    findings.problem('MISSING', path, 'The row has no title of a security.');
    return null;
  }
  const code = child(coding, 'transactionCode');
  const footnotes: FiledFootnoteReference[] = [];
  for (const field of FOOTNOTE_FIELDS) readMarks(cells[field], field, footnotes);
  readMarks(valueAfter, 'amountAfter', footnotes);
  readMarks(code, 'code', footnotes);
  const formType = readText(child(coding, 'transactionFormType'));
  const nature = readText(cells.nature);
  const line = {
    table: context.table,
    line: context.line,
    securityTitle,
    formType,
    ownership: readOwnership(cells.ownership, nature, place, findings),
    nature,
    sharesAfter: readDecimal(cells.amountAfter, place, findings),
    valueAfter: readDecimal(valueAfter, place, findings),
    conversionOrExercisePrice: readDecimal(cells.conversionOrExercisePrice, place, findings),
    exercisableOn: readDate(cells.exercisableOn, place, findings),
    expiresOn: readDate(cells.expiresOn, place, findings),
    underlyingTitle: readText(cells.underlyingTitle),
    underlyingShares: readDecimal(cells.underlyingShares, place, findings),
    underlyingValue: readDecimal(cells.underlyingValue, place, findings),
    footnotes: inFieldOrder(footnotes),
  };
  if (!context.isTransaction) return { kind: 'holding', ...line };
  const transactionDate = readDate(cells.transactionDate, place, findings);
  if (transactionDate === null) {
    const filed = readText(cells.transactionDate);
    const path = `${place.path}/transactionDate`;
    if (filed === null) {
      findings.problem('MISSING', path, 'The row is of a transaction and has no date.');
    } else findings.problem('INVALID_VALUE', path, `"${clip(filed)}" is no date.`);
    return null;
  }
  return {
    kind: 'transaction',
    ...line,
    transactionDate,
    deemedExecutionDate: readDate(cells.deemedExecutionDate, place, findings),
    code: readText(code) ?? '',
    timeliness: timelinessOf(readText(cells.timeliness)),
    equitySwapInvolved: readBox(child(coding, 'equitySwapInvolved')) ?? false,
    voluntary: context.isForm4 && formType === '5',
    acquiredDisposed: sideOf(readText(cells.acquiredDisposed)),
    shares: readDecimal(cells.shares, place, findings),
    totalValue: readDecimal(cells.totalValue, place, findings),
    pricePerShare: readDecimal(cells.pricePerShare, place, findings),
  };
}

/** The elements of a row, by the field whose footnotes they cite. */
function cellsOf(
  row: XmlElement,
  place: Placed,
  context: LinesContext,
  findings: Findings,
): Record<FootnoteField, XmlElement | undefined> {
  const amounts = child(row, 'transactionAmounts');
  const after = child(row, 'postTransactionAmounts');
  const nature = child(row, 'ownershipNature');
  const underlying = child(row, 'underlyingSecurity');
  return {
    title: child(row, 'securityTitle'),
    conversionOrExercisePrice: child(row, 'conversionOrExercisePrice'),
    transactionDate: child(row, 'transactionDate'),
    deemedExecutionDate: child(row, 'deemedExecutionDate'),
    code: child(row, 'transactionCoding'),
    timeliness: child(row, 'transactionTimeliness'),
    shares: child(amounts, 'transactionShares'),
    totalValue: child(amounts, 'transactionTotalValue'),
    pricePerShare: priceIn(amounts, place, context, findings),
    acquiredDisposed: child(amounts, 'transactionAcquiredDisposedCode'),
    exercisableOn: child(row, 'exerciseDate'),
    expiresOn: child(row, 'expirationDate'),
    underlyingTitle: child(underlying, 'underlyingSecurityTitle'),
    underlyingShares: child(underlying, 'underlyingSecurityShares'),
    underlyingValue: child(underlying, 'underlyingSecurityValue'),
    amountAfter: child(after, 'sharesOwnedFollowingTransaction'),
    ownership: child(nature, 'directOrIndirectOwnership'),
    nature: child(nature, 'natureOfOwnership'),
  };
}

/** The cell of the price, which the first schema calls a value; a problem where a row has two. */
function priceIn(
  amounts: XmlElement | undefined,
  place: Placed,
  { isFirstSchema }: LinesContext,
  findings: Findings,
): XmlElement | undefined {
  const price = child(amounts, 'transactionPricePerShare');
  const value = child(amounts, 'transactionValue');
  const said = readText(value);
  if (said === null) return price;
  if (isFirstSchema && (price === undefined || readText(price) === said)) return value;
  const message = 'A row of the first schema alone has its price here, and no other beside it.';
  findings.problem('UNKNOWN_ELEMENT', place.pathTo(value), message);
  return price;
}

/** D or I; where neither is said, a nature of indirect ownership tells. */
function readOwnership(
  cell: XmlElement | undefined,
  nature: string | null,
  place: Placed,
  findings: Findings,
): OwnershipForm {
  const said = ownershipOf(readText(cell));
  if (said !== null) return said;
  const read = nature === null ? 'DIRECT' : 'INDIRECT';
  const path = `${place.path}/ownershipNature/directOrIndirectOwnership`;
  findings.warn('MISSING', path, `Neither D nor I: read as ${read}.`);
  return read;
}
