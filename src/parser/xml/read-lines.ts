import type { FiledLine, SecurityTable } from '../filing.ts';
import type { Findings } from '../findings.ts';
import { child, type XmlElement } from './element.ts';
import { ROWS } from './known-elements.ts';
import { type LinesContext, readLine } from './read-line.ts';
import { at, Placed, readText } from './reader.ts';

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
  for (const { row, kind } of rowsOf(document, table)) {
    const isTransaction = kind === 'transaction' || (kind === 'either' && saysTransaction(row));
    const place = { ...context, table, line: lines.length + 1, isTransaction };
    const read = readLine(row, place, findings);
    if (read !== null) lines.push(read);
  }
  return lines;
}

type Kind = (typeof ROWS)[SecurityTable][string];

function* rowsOf(
  document: Placed,
  table: SecurityTable,
): Generator<{ readonly row: Placed; readonly kind: Kind }> {
  const name = TABLES[table];
  const inTable = new Placed(undefined, name, document);
  const counts = new Map<string, number>();
  for (const element of document.element?.children ?? []) {
    const isTable = element.name === name;
    const parent = isTable ? inTable : document;
    for (const row of isTable ? element.children : [element]) {
      const kind = Object.hasOwn(ROWS[table], row.name) ? ROWS[table][row.name] : undefined;
      if (kind === undefined || (!isTable && kind !== 'either')) continue;
      const key = isTable ? row.name : `/${row.name}`;
      const index = (counts.get(key) ?? 0) + 1;
      counts.set(key, index);
      yield { row: new Placed(row, `${row.name}[${index}]`, parent), kind };
    }
  }
}

const TABLES = { NON_DERIVATIVE: 'nonDerivativeTable', DERIVATIVE: 'derivativeTable' } as const;

/** Whether a row of either kind has anything that a transaction alone says. */
function saysTransaction(row: Placed): boolean {
  const amounts: readonly XmlElement[] = child(row.element, 'transactionAmounts')?.children ?? [];
  return [
    at(row, 'transactionDate'),
    at(row, 'deemedExecutionDate'),
    at(row, 'transactionTimeliness'),
    at(at(row, 'transactionCoding'), 'transactionCode'),
    ...amounts.map((amount) => new Placed(amount, amount.name)),
  ].some((cell) => readText(cell) !== null);
}
