import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ExportedColumn, ExportedRow } from '../../../src/reads/index.ts';
import { csv } from '../../../src/server/export/csv.ts';

async function written(
  columns: readonly ExportedColumn[],
  rows: readonly ExportedRow[],
  spreadsheetSafe: boolean,
): Promise<string> {
  async function* batches() {
    yield rows;
  }
  const texts: string[] = [];
  for await (const chunk of csv({ spreadsheetSafe })(columns, batches())) texts.push(String(chunk));
  return texts.join('');
}

const COLUMNS: readonly ExportedColumn[] = [
  { name: 'title', type: 'text' },
  { name: 'amount', type: 'decimal' },
  { name: 'notes', type: 'list' },
];

it('CSV read again is what was written, whatever the texts', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }).filter((some) => some !== '' && !some.startsWith('\ufeff')),
    fc.constantFrom('"', 'a,b', '\n', '\r', 'x\r\ny', '""', ' ', '\t', '=1', null),
  );
  const row = fc.tuple(text, fc.constantFrom('0', '-1.5', '12', null), fc.constant(['a', 'b']));
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const read = parse(await written(COLUMNS, rows, false), { from: 2 });
      expect(read).toEqual(rows.map(([title, amount]) => [title ?? '', amount ?? '', 'a|b']));
    }),
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])(
  'a spreadsheet takes %j for text, where that is asked for',
  async (title) => {
    const [, row] = parse(await written(COLUMNS, [[title, '-5', [title]]], true)) as string[][];
    expect(row).toEqual([`'${title}`, '-5', `'${title}`]);
    const [, plain] = parse(await written(COLUMNS, [[title, '-5', []]], false)) as string[][];
    expect(plain).toEqual([title, '-5', '']);
  },
);
