import type { ExportedCell, ExportedType } from '../../reads/index.ts';
import { textOf } from './cell-text.ts';
import type { Format } from './format.ts';

/**
 * A line of JSON a row, every column in each. Decimals, positions and ids are strings, as in the
 * API; no number is a floating point one.
 */
export const ndjson: Format = async function* (columns, batches) {
  const writers = columns.map(({ name, type }) => {
    const write = jsonOf(type);
    const key = `${JSON.stringify(name)}:`;
    return (cell: ExportedCell) => key + write(cell);
  });
  for await (const rows of batches) {
    const lines = rows.map(
      (row) => `{${writers.map((write, index) => write(row[index] ?? null)).join(',')}}\n`,
    );
    yield lines.join('');
  }
};

function jsonOf(type: ExportedType): (cell: ExportedCell) => string {
  if (type === 'boolean' || type === 'integer' || type === 'list')
    return (cell) => JSON.stringify(cell);
  const text = textOf(type);
  return (cell) => JSON.stringify(text(cell));
}
