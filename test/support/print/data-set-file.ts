import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type DataSetLimits, readDataSet } from '../../../src/sources/data-set/index.ts';
import type { SourceDocument } from '../../../src/values/index.ts';

/**
 * A zip's path; and the system's temporary folder for as long as the test lasts, empty but for
 * that.
 */
export async function dataSet(content: Buffer): Promise<{ path: string; temporary: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'data-set-test-'));
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
  const path = join(folder, 'quarter.zip');
  await writeFile(path, content);
  return { path, temporary };
}

/** All documents of a data set. */
export async function readAll(path: string, limits?: DataSetLimits): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  for await (const document of readDataSet(path, limits)) documents.push(document);
  return documents;
}

/** So many plain filings as tables, printed from row templates. */
export function plainFiles(count: number): Record<string, string> {
  const table = (header: string, ...rows: string[]) => {
    const of = (index: number) =>
      rows.map((row) => row.replace('#', `0009000100-24-${String(index).padStart(6, '0')}`));
    return `${header}\n${Array.from({ length: count }, (_, index) => of(index).join('')).join('')}`;
  };
  return {
    'SUBMISSION.tsv': table(
      'ACCESSION_NUMBER\tFILING_DATE\tDOCUMENT_TYPE\tISSUERNAME',
      '#\t31-JUL-2024\t4\tOstrelle Instruments Inc\n',
    ),
    'REPORTINGOWNER.tsv': table(
      'ACCESSION_NUMBER\tRPTOWNERNAME\tRPTOWNER_RELATIONSHIP',
      '#\tQuennevil Idony\tDirector\n',
    ),
    'NONDERIV_HOLDING.tsv': table(
      'ACCESSION_NUMBER\tNONDERIV_HOLDING_SK\tSECURITY_TITLE\tDIRECT_INDIRECT_OWNERSHIP',
      '#\t1\tCommon Stock\tD\n',
      '#\t2\tPreferred Stock\tD\n',
    ),
  };
}

/** Limits low enough for a test to reach them. */
export const SMALL: DataSetLimits = {
  largestTotal: 20_000_000,
  longestRow: 10_000,
  partition: 100_000,
};
