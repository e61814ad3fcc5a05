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
  const name = TABLES[table];
  const inTable = new Placed(undefined, name, document);
  const counts = new Map<string, number>();
  const add = (row: XmlElement, kind: RowKind, parent: Placed, key: string) => {
    const index = (counts.get(key) ?? 0) + 1;
    counts.set(key, index);
    const isTransaction = kind === 'transaction' || (kind === 'either' && saysTransaction(row));
    const place = { ...context, table, line: lines.length + 1, isTransaction };
    const read = readLine(row, new Placed(row, row.name, parent, index), place, findings);
    if (read !== null) lines.push(read);
  };
  for (const element of document.element?.children ?? []) {
    if (element.name === name) {
      for (const row of element.children) {
        const kind = ROWS[table].get(row.name);
        if (kind !== undefined) add(row, kind, inTable, row.name);
      }
    } else if (ROWS[table].get(element.name) === 'either') {
      add(element, 'either', document, `/${element.name}`);
    }
  }
  return lines;
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
