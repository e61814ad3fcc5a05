import type { FiledLine, SecurityTable } from '../filing.ts';
import type { Findings } from '../findings.ts';
import { child, type XmlElement } from './element.ts';
import { ROWS, type RowKind } from './known-elements.ts';
import { type LinesContext, readLine } from './read-line.ts';
import { Placed, readText } from './reader.ts';

/**
 * The lines of one table in the order listed. Rows stand in the table or, in the first schema,
 * right under the root; no schema repeats a table, and nothing is lost where a filer does.
 */
export function readLines(
  document: Placed,
  table: SecurityTable,
  context: LinesContext,
  findings: Findings,
): FiledLine[] {
  const lines: FiledLine[] = [];
  for (const { row, kind, place } of rowsOf(document, table)) {
    const isTransaction = kind === 'transaction' || (kind === 'either' && saysTransaction(row));
    const { isForm4, isFirstSchema } = context;
    const line = lines.length + 1;
    const read = readLine(
      row,
      place,
      { isForm4, isFirstSchema, table, line, isTransaction },
      findings,
    );
    if (read !== null) lines.push(read);
  }
  return lines;
}

/** A row of a table, and where it stands. */
interface Row {
  readonly row: XmlElement;
  readonly kind: RowKind;
  readonly place: Placed;
}

function rowsOf(document: Placed, table: SecurityTable): Row[] {
  const rows: Row[] = [];
  const name = TABLES[table];
  const kinds = ROWS[table];
  const inTable = new Placed(undefined, name, document);
  const counts = new Map<string, number>();
  let ofDocument = 0;
  for (const element of document.element?.children ?? []) {
    if (element.name === name) {
      for (const row of element.children) {
        const kind = kinds.get(row.name);
        if (kind === undefined) continue;
        const index = (counts.get(row.name) ?? 0) + 1;
        counts.set(row.name, index);
        rows.push({ row, kind, place: new Placed(row, row.name, inTable, index) });
      }
    } else if (kinds.get(element.name) === 'either') {
      ofDocument += 1;
      const place = new Placed(element, element.name, document, ofDocument);
      rows.push({ row: element, kind: 'either', place });
    }
  }
  return rows;
}

const TABLES = { NON_DERIVATIVE: 'nonDerivativeTable', DERIVATIVE: 'derivativeTable' } as const;

/** Whether a row of either kind has anything that a transaction alone says. */
function saysTransaction(row: XmlElement): boolean {
  return [
    child(row, 'transactionDate'),
    child(row, 'deemedExecutionDate'),
    child(row, 'transactionTimeliness'),
    child(child(row, 'transactionCoding'), 'transactionCode'),
    ...(child(row, 'transactionAmounts')?.children ?? []),
  ].some((cell) => readText(cell) !== null);
}
