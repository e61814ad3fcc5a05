import { parseDocument } from '../../../src/parser/index.ts';
import type { Quarter } from '../../../src/values/index.ts';
import { printFiles, printTables, zip } from '../print/print-data-set.ts';
import { sourceDocument } from '../source-document.ts';
import type { ListedFiling } from './listed-filing.ts';

/** Where the SEC has the data set of a quarter. */
export function dataSetPath(quarter: string): string {
  return `/files/structureddata/data/insider-transactions-data-sets/${quarter as Quarter}_form345.zip`;
}

/** The SEC's data set of the filings listed. */
export function dataSetZip(listed: readonly ListedFiling[]): Promise<Buffer> {
  const filings = listed.map(({ accessionNumber, text }) => {
    const result = parseDocument(sourceDocument(`${accessionNumber}.txt`, text ?? ''));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.filing;
  });
  return zip(printFiles(printTables(filings)));
}
