import type { FiledLine } from '../filing.ts';
import { columnsOf } from './columns.ts';
import type { PageTable } from './page.ts';
import { readRow } from './read-row.ts';
import type { Refusal } from './row-reader.ts';

/** The lines of a printed table, and the rows that cannot be read, of which it stops at so many. */
export function readTable(
  { table, headings, rows }: PageTable,
  isForm3: boolean,
  refusalsAtMost: number,
): { readonly lines: readonly FiledLine[]; readonly refusals: readonly Refusal[] } {
  const columns = columnsOf(table, isForm3, headings);
  const lines: FiledLine[] = [];
  const refusals: Refusal[] = [];
  for (const row of rows) {
    if (refusals.length >= refusalsAtMost) break;
    if (row.cells.every((cell) => cell.read(false).text === '')) continue;
    const read = readRow(row, { table, line: lines.length + 1, columns });
    if ('kind' in read) lines.push(read);
    else refusals.push(read);
  }
  return { lines, refusals };
}
