import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIndex } from '../../../src/sources/edgar/indexes/index.ts';
import {
  indexEntries,
  type PrintedEntry,
  pathOf,
  printIndex,
} from '../../support/edgar/print-index.ts';

/** The bytes in pieces of so many. */
async function* pieces(bytes: Buffer, size = 64): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (text: string | Buffer) => readIndex(pieces(Buffer.from(text)));

/** What an index should tell, worked out the plain way. */
function listed(entries: readonly PrintedEntry[]) {
  const ownership = entries.filter(({ form }) => /^[345](\/A)?$/.test(form));
  const numbers = [...new Set(ownership.map(({ accessionNumber }) => accessionNumber))];
  return numbers.map((accessionNumber) => {
    const own = ownership.filter((entry) => entry.accessionNumber === accessionNumber);
    const [first] = own;
    if (first === undefined) throw new Error('a number without a line');
    return {
      accessionNumber,
      form: first.form,
      filedOn: first.filedOn,
      path: pathOf(first),
      filers: own.map(({ cik, name }) => ({ cik: String(cik).padStart(10, '0'), name })),
    };
  });
}

const ENTRY: PrintedEntry = {
  form: '4',
  name: 'Quillfeather Holdings Inc',
  cik: 9_000_101,
  filedOn: '2023-06-30',
  accessionNumber: '0009000101-23-000001',
};

describe('§1 an index of EDGAR', () => {
  it('gives each Form 3, 4 and 5 once with all its filers, in every layout, zipped or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        indexEntries,
        fc.record({
          style: fc.record({
            by: fc.constantFrom('form' as const, 'master' as const),
            isDaily: fc.boolean(),
          }),
          encoding: fc.constantFrom('latin1' as const, 'utf8' as const),
          lineEnd: fc.constantFrom('\n', '\r\n'),
          isZipped: fc.boolean(),
          size: fc.integer({ min: 1, max: 300 }),
        }),
        async (entries, { style, encoding, lineEnd, isZipped, size }) => {
          const text = printIndex(entries, style).replaceAll('\n', lineEnd);
          const bytes = Buffer.from(text, encoding);
          const index = await readIndex(pieces(isZipped ? gzipSync(bytes) : bytes, size));
          expect(index).toEqual({ filings: listed(entries), badLines: [] });
        },
      ),
    );
  });

  it('counts lines that cannot be read and goes on after them', async () => {
    const lines = printIndex([ENTRY], { by: 'master', isDaily: false }).trimEnd().split('\n');
    const bad = [
      '9000102|Half a line|4|2023-0',
      '9000102|No such day|4|2023-02-30|edgar/data/9000102/0009000101-23-000002.txt',
      'none|No CIK|4|2023-06-30|edgar/data/9000102/0009000101-23-000002.txt',
      '9000102|Elsewhere|4|2023-06-30|edgar/data/../../0009000101-23-000002.txt',
      '9000102|No number|4|2023-06-30|edgar/data/9000102/form4.txt',
      '<html>',
      'x'.repeat(20_000),
    ];
    const last = lines.pop() ?? '';
    const { filings, badLines } = await read([...lines, ...bad, last].join('\n'));
    expect(filings.map(({ accessionNumber }) => accessionNumber)).toEqual([ENTRY.accessionNumber]);
    expect(badLines.map(({ line }) => line)).toEqual(bad.map((_, at) => lines.length + 1 + at));
    expect(badLines[0]?.text).toBe(bad[0]);
    expect(badLines.at(-1)?.text).toHaveLength(200);
  });

  it('reads columns by their ends where widths are not those of the header', async () => {
    const index = printIndex([], { by: 'form', isDaily: false });
    const { filings, badLines } = await read(
      `${index}4    ${'A very long name '.repeat(6)} 9000101  2023-06-30  ${pathOf(ENTRY)}\n` +
        `SC 13D/A/LONG Orrery Fund II, LP   9000102  2023-06-30  edgar/data/9000102/x.txt\n` +
        `4 Narrow\n`,
    );
    expect(filings.map(({ filers }) => filers[0]?.name)).toEqual([
      'A very long name '.repeat(6).trim(),
    ]);
    expect(badLines.map(({ text }) => text)).toEqual(['4 Narrow']);
  });

  it('keeps pipes in a name', async () => {
    const name = 'ORRERY | FUND | II';
    const index = printIndex([{ ...ENTRY, name }], { by: 'master', isDaily: true });
    expect((await read(index)).filings[0]?.filers[0]?.name).toBe(name);
  });

  const day = { ...ENTRY, filedOn: '2024-05-07' };
  const added = (by: 'form' | 'master', head: string, cell: string) =>
    printIndex([day], { by, isDaily: true })
      .split('\n')
      .map((line) =>
        /File ?name/i.test(line) ? line + head : /edgar\//.test(line) ? line + cell : line,
      )
      .join('\n');
  it.each([
    ['a column after the last', added('form', '      Accepted', '   20240507161200')],
    [
      'two columns after the last',
      added('form', '   Accepted   Size', '   20240507161200   12 KB'),
    ],
    ['a day after the path', added('form', '   Accepted On', '   9000101   20240507   edgar')],
    ['a cell after the last pipe', added('master', '|Accepted', '|20240507161200')],
    ['two cells after it', added('master', '|Accepted|Size', '|20240507161200|12 KB')],
    ['empty cells after it', added('master', '|Accepted|Size', '||')],
    ['a byte order mark', `\ufeff${printIndex([day], { by: 'form', isDaily: true })}`],
    [
      'nothing but a byte order mark before its columns',
      `\ufeff${printIndex([day], { by: 'master', isDaily: true }).replace(/^[\s\S]*?(?=CIK\|)/, '')}`,
    ],
    [
      'lines that end as on Windows',
      printIndex([day], { by: 'form', isDaily: true }).replaceAll('\n', '\r\n'),
    ],
  ])('is read with %s', async (_, text) => {
    const { filings, badLines } = await read(text);
    expect(badLines).toEqual([]);
    expect(filings).toEqual(listed([day]));
  });

  it('gives nothing for an index without lines', async () => {
    const empty = printIndex([], { by: 'form', isDaily: false }).trimEnd();
    expect(await read(empty)).toEqual({ filings: [], badLines: [] });
  });

  it.each([
    ['an error page', '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>'],
    ['nothing at all', ''],
    ['a page of many lines', '<p>\n'.repeat(500)],
    ['one endless line', 'x'.repeat(1_000_000)],
  ])('refuses %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ category: 'Incorrect' });
  });

  it('refuses a gzip that is cut', async () => {
    const index = gzipSync(printIndex([ENTRY], { by: 'master', isDaily: false }));
    await expect(read(index.subarray(0, -20))).rejects.toMatchObject({ category: 'Incorrect' });
  });
});
