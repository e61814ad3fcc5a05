import type { FiledLine, FootnoteField } from '../../../parser/index.ts';
import type { DataSetTable } from '../../../values/index.ts';
import { amountCell, boxCell, type Cells, dateCell } from './cells.ts';

/** The table that has a line. */
export function tableOf({
  table,
  kind,
}: FiledLine): 'NONDERIV_TRANS' | 'NONDERIV_HOLDING' | 'DERIV_TRANS' | 'DERIV_HOLDING' {
  const side = table === 'DERIVATIVE' ? 'DERIV' : 'NONDERIV';
  return `${side}_${kind === 'transaction' ? 'TRANS' : 'HOLDING'}`;
}

/** A line's cells, its key and number apart. */
export function lineCells(line: FiledLine): Cells {
  const cells = {
    SECURITY_TITLE: line.securityTitle,
    TRANS_FORM_TYPE: line.formType,
    CONV_EXERCISE_PRICE: amountCell(line.conversionOrExercisePrice),
    EXERCISE_DATE: dateCell(line.exercisableOn),
    EXCERCISE_DATE: dateCell(line.exercisableOn),
    EXPIRATION_DATE: dateCell(line.expiresOn),
    UNDLYNG_SEC_TITLE: line.underlyingTitle,
    UNDLYNG_SEC_SHARES: amountCell(line.underlyingShares),
    UNDLYNG_SEC_VALUE: amountCell(line.underlyingValue),
    SHRS_OWND_FOLWNG_TRANS: amountCell(line.sharesAfter),
    VALU_OWND_FOLWNG_TRANS: amountCell(line.valueAfter),
    DIRECT_INDIRECT_OWNERSHIP: line.ownership === 'DIRECT' ? 'D' : 'I',
    NATURE_OF_OWNERSHIP: line.nature,
    ...marks(line),
  };
  if (line.kind === 'holding') return cells;
  return {
    ...cells,
    TRANS_DATE: dateCell(line.transactionDate),
    DEEMED_EXECUTION_DATE: dateCell(line.deemedExecutionDate),
    TRANS_CODE: line.code,
    EQUITY_SWAP_INVOLVED: boxCell(line.equitySwapInvolved),
    TRANS_TIMELINESS: { ON_TIME: null, EARLY: 'E', LATE: 'L' }[line.timeliness],
    TRANS_SHARES: amountCell(line.shares),
    TRANS_TOTAL_VALUE: amountCell(line.totalValue),
    TRANS_PRICEPERSHARE: amountCell(line.pricePerShare),
    TRANS_ACQUIRED_DISP_CD:
      line.acquiredDisposed === null
        ? null
        : { ACQUIRED: 'A', DISPOSED: 'D' }[line.acquiredDisposed],
  };
}

/** The columns of a field's marks, in whichever of the tables. */
const MARK_COLUMNS: Readonly<Record<FootnoteField, readonly string[]>> = {
  title: ['SECURITY_TITLE_FN'],
  conversionOrExercisePrice: ['CONV_EXERCISE_PRICE_FN'],
  transactionDate: ['TRANS_DATE_FN'],
  deemedExecutionDate: ['DEEMED_EXECUTION_DATE_FN'],
  code: ['EQUITY_SWAP_TRANS_CD_FN', 'TRANS_FORM_TYPE_FN'],
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
  amountAfter: ['SHRS_OWND_FOLWNG_TRANS_FN'],
  ownership: ['DIRECT_INDIRECT_OWNERSHIP_FN'],
  nature: ['NATURE_OF_OWNERSHIP_FN'],
};

/** The mark of an amount after stands beside the one of its two cells that has it. */
const OF_VALUE = ['VALU_OWND_FOLWNG_TRANS_FN'];

function marks({ footnotes, sharesAfter, valueAfter }: FiledLine): Cells {
  const isValue = sharesAfter === null && valueAfter !== null;
  const cells: Record<string, string> = {};
  for (const { field, id } of footnotes) {
    const columns = field === 'amountAfter' && isValue ? OF_VALUE : MARK_COLUMNS[field];
    for (const column of columns) {
      const before = cells[column]?.split(', ') ?? [];
      cells[column] = [...new Set([...before, id])].join(', ');
    }
  }
  return cells;
}

/** The column of a table's keys, which keep the order of its lines. */
export function keyColumn(table: DataSetTable): string {
  return `${table}_SK`;
}
