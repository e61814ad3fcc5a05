import { compareDecimals, type DataSetTable, type Decimal } from '../../values/index.ts';
import type { FiledLine, SecurityTable } from '../filing.ts';
import type { Findings } from '../findings.ts';
import { placeOf, readDecimal } from './cells.ts';
import { readLine } from './read-line.ts';
import type { Row, Tables } from './read-tables.ts';

/** Each of a form's two tables: its transactions, then its holdings. */
const SOURCES: readonly {
  readonly table: SecurityTable;
  readonly from: DataSetTable;
  readonly isTransaction: boolean;
}[] = [
  { table: 'NON_DERIVATIVE', from: 'NONDERIV_TRANS', isTransaction: true },
  { table: 'NON_DERIVATIVE', from: 'NONDERIV_HOLDING', isTransaction: false },
  { table: 'DERIVATIVE', from: 'DERIV_TRANS', isTransaction: true },
  { table: 'DERIVATIVE', from: 'DERIV_HOLDING', isTransaction: false },
];

/**
 * All lines, in the order of their surrogate keys, which is all that is left of the order listed.
 * The keys of one table of the data set say nothing about another's, so transactions come before
 * holdings.
 */
export function readLines(
  tables: Tables,
  { isForm4 }: { readonly isForm4: boolean },
  findings: Findings,
): FiledLine[] {
  const lines: FiledLine[] = [];
  const counts = { NON_DERIVATIVE: 0, DERIVATIVE: 0 };
  for (const { table, from, isTransaction } of SOURCES) {
    for (const row of inOrder(tables[from], `${from}_SK`, findings)) {
      counts[table] += 1;
      const context = { table, line: counts[table], isTransaction, isForm4 };
      const line = readLine(row, context, findings);
      if (line !== null) lines.push(line);
    }
  }
  return lines;
}

/** Rows by their keys; those without one last, as they come. */
function inOrder(rows: readonly Row[], column: string, findings: Findings): readonly Row[] {
  const keyed: { row: Row; key: Decimal | null }[] = rows.map((row) => {
    const key = readDecimal(row, column, findings);
    if (key === null)
      findings.warn('MISSING', placeOf(row, column), 'The row has no key: it is read last.');
    return { row, key };
  });
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return compareDecimals(a.key, b.key);
    })
    .map(({ row }) => row);
}
