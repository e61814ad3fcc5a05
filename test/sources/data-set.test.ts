import { readdir, rm, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filing, parseDocument } from '../../src/parser/index.ts';
import { readDataSet } from '../../src/sources/data-set/index.ts';
import { filings } from '../support/filing-arbitrary.ts';
import { asDataSetKnows } from '../support/print/as-data-set-knows.ts';
import { dataSet, plainFiles, readAll, SMALL } from '../support/print/data-set-file.ts';
import {
  type PrintedTables,
  printFiles,
  printTables,
  zip,
} from '../support/print/print-data-set.ts';

/** Rows of one table in another order; those of one filing keep theirs where no key restores it. */
function shuffled(tables: PrintedTables): fc.Arbitrary<PrintedTables> {
  const inAnyOrder = <T>(rows: T[]) => fc.shuffledSubarray(rows, { minLength: rows.length });
  const filed = tables.SUBMISSION.map((row) => row.ACCESSION_NUMBER);
  const byFiling = (rows: PrintedTables['SUBMISSION']) =>
    inAnyOrder(filed).map((order) =>
      order.flatMap((number) => rows.filter((row) => row.ACCESSION_NUMBER === number)),
    );
  return fc.record({
    SUBMISSION: inAnyOrder(tables.SUBMISSION),
    REPORTINGOWNER: byFiling(tables.REPORTINGOWNER),
    NONDERIV_TRANS: inAnyOrder(tables.NONDERIV_TRANS),
    NONDERIV_HOLDING: inAnyOrder(tables.NONDERIV_HOLDING),
    DERIV_TRANS: inAnyOrder(tables.DERIV_TRANS),
    DERIV_HOLDING: inAnyOrder(tables.DERIV_HOLDING),
    FOOTNOTES: inAnyOrder(tables.FOOTNOTES),
    OWNER_SIGNATURE: byFiling(tables.OWNER_SIGNATURE),
  });
}

const quarters = fc
  .uniqueArray(filings, { minLength: 1, maxLength: 6, selector: (one) => one.accessionNumber })
  .chain((quarter) =>
    fc.record({
      quarter: fc.constant(quarter),
      tables: shuffled(printTables(quarter)),
      folder: fc.constantFrom('', '2024q3_form345/', 'A/b/'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\ufeff'),
    }),
  );

describe('§1 a data set', () => {
  it('gives every filing in it, whatever order its rows are in', async () => {
    const { path } = await dataSet(Buffer.alloc(0));
    await fc.assert(
      fc.asyncProperty(quarters, async ({ quarter, tables, folder, lineEnd, mark }) => {
        const files = Object.entries(printFiles(tables)).map(([name, text]) => [
          folder + (folder === '' ? name : name.toLowerCase()),
          mark + text.replaceAll('\n', lineEnd),
        ]);
        await writeFile(path, await zip(Object.fromEntries(files)));
        const read = await readAll(path, { ...SMALL, partition: 2_000 });
        const results = new Map<string | null, Filing>();
        for (const document of read) {
          const result = parseDocument(document);
          if (!result.ok) throw new Error(JSON.stringify(result.problems));
          expect(document.accessionNumber).toBe(result.filing.accessionNumber);
          expect(document.filedOn).toBe(result.filing.filedOn);
          results.set(document.accessionNumber, result.filing);
        }
        expect(read).toHaveLength(quarter.length);
        for (const filing of quarter) {
          expect(results.get(filing.accessionNumber)).toEqual(asDataSetKnows(filing));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a row without an accession number as a document that is refused, not as none', async () => {
    const files = plainFiles(1);
    files['FOOTNOTES.tsv'] =
      'ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT\nnobody\tF1\tlost\n\n \t\n';
    const { path } = await dataSet(await zip(files));
    const [known, lost, ...more] = await readAll(path);
    expect(more).toEqual([]);
    expect(known).toMatchObject({ accessionNumber: '0009000100-24-000000', filedOn: '2024-07-31' });
    expect(lost).toMatchObject({ name: `${path}#nobody`, accessionNumber: null, filedOn: null });
    expect(lost && parseDocument(lost)).toMatchObject({
      ok: false,
      problems: [{ code: 'MISSING', path: 'SUBMISSION' }],
    });
  });

  it('keeps bytes that are no UTF-8 as they are, for the parser to decode, and no byte order mark', async () => {
    const files = plainFiles(1);
    const western = files['SUBMISSION.tsv']?.replace('Ostrelle', 'Ostrèlle') ?? '';
    const content = {
      ...files,
      'SUBMISSION.tsv': Buffer.from(`\u00ef\u00bb\u00bf${western}`, 'latin1'),
    };
    const { path } = await dataSet(await zip(content));
    const [document] = await readAll(path);
    expect(document && parseDocument(document)).toMatchObject({
      filing: { issuer: { name: 'Ostrèlle Instruments Inc' } },
    });
  });

  it('of 20,000 filings holds no more than one small part at once', async () => {
    const { path } = await dataSet(await zip(plainFiles(20_000)));
    // Filings of one part come in order of their numbers: a part is as long as a run of them.
    const runs = [0];
    let last = '';
    for await (const { name } of readDataSet(path, SMALL)) {
      if (name < last) runs.push(0);
      runs.push((runs.pop() ?? 0) + 1);
      last = name;
    }
    expect(runs.reduce((sum, count) => sum + count, 0)).toBe(20_000);
    expect(runs.length).toBeGreaterThan(20);
    expect(Math.max(...runs)).toBeLessThan(1_400);
  });

  it('leaves nothing behind, not even while it is read, so that a kill cannot', async () => {
    const { path, temporary } = await dataSet(await zip(plainFiles(3)));
    let count = 0;
    for await (const _ of readDataSet(path)) {
      expect(await readdir(temporary)).toEqual([]);
      count += 1;
      if (count === 2) break;
    }
    expect(count).toBe(2);
    await readAll(path);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('is refused where the temporary folder cannot be written to', async () => {
    const { path, temporary } = await dataSet(await zip(plainFiles(3)));
    await rm(temporary, { recursive: true });
    await expect(readAll(path)).rejects.toThrow(temporary);
  });
});
