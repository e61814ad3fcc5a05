import { inFieldOrder } from '../../../src/parser/footnote-references.ts';
import {
  type FiledLine,
  type FiledOwner,
  type Filing,
  type FootnoteField,
  formNumber,
} from '../../../src/parser/index.ts';
import { columnOfField, footnoteNumber } from './printed-cell.ts';
import { columnsOf, headingsOf, type PrintedColumn } from './printed-columns.ts';

/** How a page is printed, as far as it decides what the page can say. */
export interface PagePrint {
  /** Whether names link to EDGAR, so that CIKs are known. */
  readonly hasLinks: boolean;
  /** Whether a page of Form 5 prints the form type beside the code. */
  readonly hasFormTypes: boolean;
  /** Whether the parts of an address run into one another, as in text. */
  readonly isText: boolean;
}

/** A filing less all that its page does not print (docs/reference/renditions.md). */
export function asPageKnows(filing: Filing, print: PagePrint): Filing {
  const number = formNumber(filing.form);
  const { headerFacts: _, ...issuer } = filing.issuer;
  return {
    ...filing,
    accessionNumber: null,
    schemaVersion: null,
    filedOn: null,
    acceptedAt: null,
    issuer: {
      ...issuer,
      cik: print.hasLinks ? filing.issuer.cik : null,
      foreignTradingSymbol: null,
    },
    reportingOwners: filing.reportingOwners.map((owner, index) =>
      knownOfOwner(owner, index === 0, print),
    ),
    notSubjectToSection16: number !== '3' && filing.notSubjectToSection16,
    noSecuritiesOwned: number === '3' && filing.noSecuritiesOwned,
    form3HoldingsReported: number === '5' && filing.form3HoldingsReported,
    form4TransactionsReported: number === '5' && filing.form4TransactionsReported,
    aff10b5One: number === '3' ? null : filing.aff10b5One,
    lines: filing.lines.map((line) => knownOfLine(line, number, print)),
    footnotes: filing.footnotes.flatMap((footnote) => {
      const mark = footnoteNumber(footnote);
      return mark === null ? [] : [{ id: `F${mark}`, text: footnote.text }];
    }),
    exhibits: [],
  };
}

function knownOfOwner(owner: FiledOwner, isFirst: boolean, print: PagePrint): FiledOwner {
  const { address } = owner;
  const parts = address && {
    ...address,
    isNonUs: null,
    nonUsStateTerritory: null,
    country: null,
    stateDescription: null,
  };
  const isBlank = Object.values(parts ?? {}).every((part) => part === null);
  return {
    name: owner.name,
    cik: print.hasLinks ? owner.cik : null,
    address: isBlank ? null : parts,
    isDirector: isFirst && owner.isDirector,
    isOfficer: isFirst && owner.isOfficer,
    isTenPercentOwner: isFirst && owner.isTenPercentOwner,
    isOther: isFirst && owner.isOther,
    officerTitle: isFirst && (!print.isText || owner.isOfficer) ? owner.officerTitle : null,
    otherText: isFirst && (!print.isText || owner.isOther) ? owner.otherText : null,
  };
}

function knownOfLine(line: FiledLine, form: '3' | '4' | '5', print: PagePrint): FiledLine {
  const columns = columnsOf(headingsOf(form, line.table));
  const hasAfter = columns.includes('amountAfter');
  const formType = form === '5' && print.hasFormTypes ? line.formType : null;
  const cells = {
    ...line,
    formType,
    sharesAfter: hasAfter ? line.sharesAfter : null,
    valueAfter: hasAfter && line.sharesAfter === null ? line.valueAfter : null,
    underlyingValue: line.underlyingShares === null ? line.underlyingValue : null,
    footnotes: knownReferences(line, columns),
  };
  if (cells.kind === 'holding') return cells;
  const voluntary = form === '4' && cells.voluntary;
  const side = knownSide(cells, columns);
  const isLost = columns.includes('acquired') && side === null;
  return {
    ...cells,
    formType: formType ?? (voluntary ? '5' : null),
    timeliness: 'ON_TIME',
    voluntary,
    acquiredDisposed: side,
    shares: isLost ? null : cells.shares,
    totalValue: isLost || cells.shares !== null ? null : cells.totalValue,
  };
}

/** Table II says the side by the column of the amount: with nothing in it, there is no side. */
function knownSide(
  line: Extract<FiledLine, { kind: 'transaction' }>,
  columns: readonly PrintedColumn[],
): typeof line.acquiredDisposed {
  const isFilled =
    line.shares !== null ||
    line.totalValue !== null ||
    line.footnotes.some(({ field }) => field === 'shares' || field === 'totalValue');
  return columns.includes('acquired') && !isFilled ? null : line.acquiredDisposed;
}

function knownReferences(line: FiledLine, columns: readonly PrintedColumn[]) {
  const known = line.footnotes.flatMap((reference) => {
    const column = columnOfField(reference.field, line, columns);
    const mark = footnoteNumber(reference);
    return column === null || mark === null
      ? []
      : [{ field: fieldOfColumn(column, line), id: `F${mark}` }];
  });
  return inFieldOrder(known);
}

/** A cell's marks are those of what it prints: shares, or a value where there are none. */
function fieldOfColumn(column: PrintedColumn, line: FiledLine): FootnoteField {
  if (column === 'shares' || column === 'acquired' || column === 'disposed') {
    const isValue = line.kind === 'transaction' && line.shares === null && line.totalValue !== null;
    return isValue ? 'totalValue' : 'shares';
  }
  if (column === 'underlyingShares' && line.underlyingShares === null) {
    return line.underlyingValue === null ? 'underlyingShares' : 'underlyingValue';
  }
  return column === 'voluntary' ? 'code' : column;
}
