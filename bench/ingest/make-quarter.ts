import { appendFileSync, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type Filing, parseDocument } from '../../src/parser/index.ts';
import { listFiles } from '../../src/sources/index.ts';
import type { AccessionNumber } from '../../src/values/index.ts';
import { printFiles, printTables } from '../../test/support/print/print-data-set.ts';
import { changedCik, changedNumber, letters } from './changed-identities.ts';

const FILINGS_A_FILE = 1_000;

/**
 * Writes the zip of a data-set quarter of so many filings and about so many transactions: the given
 * submissions over and over, each time of other people and issuers. Gives what it holds.
 */
export async function makeQuarter(
  from: readonly string[],
  folder: string,
  size: { readonly filings: number; readonly transactions: number },
): Promise<{ readonly path: string; readonly filings: number; readonly transactions: number }> {
  const models = (await listFiles(from)).flatMap((name) => {
    const bytes = readFileSync(name);
    const read = parseDocument({ name, bytes, accessionNumber: null, filedOn: null });
    return read.ok && read.filing.accessionNumber !== null && isKnown(read.filing)
      ? [read.filing]
      : [];
  });
  const tables = join(folder, 'tables');
  mkdirSync(tables, { recursive: true });
  let left: Filing[] = [];
  let transactions = 0;
  const flush = (isFirst: boolean) => {
    for (const [name, text] of Object.entries(printFiles(printTables(left)))) {
      appendFileSync(join(tables, name), isFirst ? text : text.slice(text.indexOf('\n') + 1));
    }
    left = [];
  };
  for (let made = 0; made < size.filings; made += 1) {
    const model = models[made % models.length];
    if (model === undefined) throw new Error('There is no submission to copy.');
    // Transactions are spread so that as many are left as filings allow.
    const room = Math.round(((made + 1) * size.transactions) / size.filings) - transactions;
    const filing = changed(model, 1 + Math.floor(made / models.length), Math.max(0, room));
    transactions += countOf(filing);
    left.push(filing);
    if (left.length === FILINGS_A_FILE || made === size.filings - 1) flush(made < FILINGS_A_FILE);
  }
  const zip = new ZipFile();
  const path = join(folder, '2024q3_form345.zip');
  for (const name of Object.keys(printFiles(printTables([]))))
    zip.addFile(join(tables, name), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return { path, filings: size.filings, transactions };
}

function isKnown({ issuer, reportingOwners }: Filing): boolean {
  return issuer.cik !== null && reportingOwners.every(({ cik }) => cik !== null);
}

function countOf({ lines }: Filing): number {
  return lines.filter(({ kind }) => kind === 'transaction').length;
}

function changed(filing: Filing, copy: number, room: number): Filing {
  let count = 0;
  return {
    ...filing,
    accessionNumber: changedNumber(filing.accessionNumber ?? '', copy) as AccessionNumber,
    issuer: {
      ...filing.issuer,
      cik: changedCik(filing.issuer.cik ?? '', copy),
      name: `${filing.issuer.name} ${letters(copy)}`,
    },
    reportingOwners: filing.reportingOwners.map((owner) => ({
      ...owner,
      cik: changedCik(owner.cik ?? '', copy),
      name: `${owner.name} ${letters(copy)}`,
    })),
    lines: filing.lines.filter(({ kind }) => {
      if (kind === 'holding') return true;
      count += 1;
      return count <= room;
    }),
  };
}
