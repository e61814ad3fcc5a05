import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fingerprint } from '../../src/ledger/decisions/filings/fingerprint.ts';
import { type Filing, parseDocument } from '../../src/parser/index.ts';
import { readDataSet } from '../../src/sources/data-set/index.ts';
import { asDataSetKnows } from '../support/print/as-data-set-knows.ts';
import { printFiles, printTables, zip } from '../support/print/print-data-set.ts';
import { sourceDocument } from '../support/source-document.ts';

/** A folder of EDGAR submissions. */
const submissions = process.env.CORPUS_DIR ?? '';
const AT_MOST = Number(process.env.CORPUS_FILES ?? 20_000);
/** A folder of the SEC's own tables, NAME.tsv or NAME.tsv.gz. */
const tables = process.env.CORPUS_DATASET;

async function zipFile(content: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'data-set-corpus-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'quarter.zip'), content);
  return join(folder, 'quarter.zip');
}

describe('§1 the data set of a corpus of real submissions', () => {
  it('§2 gives every filing again, with its fingerprint, but for what a data set cannot know', async () => {
    const filings = new Map<string, Filing>();
    for (const name of (await readdir(submissions)).sort().slice(0, AT_MOST)) {
      const bytes = await readFile(join(submissions, name));
      const result = parseDocument(sourceDocument(name, bytes));
      if (!result.ok || result.filing.accessionNumber === null) continue;
      filings.set(result.filing.accessionNumber, result.filing);
    }
    expect(filings.size).toBeGreaterThan(100);
    const files = printFiles(printTables([...filings.values()]));
    let count = 0;
    for await (const document of readDataSet(await zipFile(await zip(files)))) {
      const result = parseDocument(document);
      if (!result.ok) throw new Error(`${document.name}: ${JSON.stringify(result.problems)}`);
      const filing = filings.get(document.accessionNumber ?? '');
      expect(result.filing).toEqual(filing && asDataSetKnows(filing));
      expect(fingerprint(result.filing), document.name).toBe(filing && fingerprint(filing));
      count += 1;
    }
    console.log(`${count} filings`);
    expect(count).toBe(filings.size);
  });
});

describe.skipIf(tables === undefined)("§1 the SEC's own tables", () => {
  const owner = 'ACCESSION_NUMBER\tRPTOWNERNAME\tRPTOWNER_RELATIONSHIP\n';

  async function read(owners: boolean) {
    const folder = tables ?? '';
    const names = (await readdir(folder)).filter((name) => /\.tsv(\.gz)?$/.test(name));
    const files: Record<string, Buffer> = {};
    for (const name of names) {
      const bytes = await readFile(join(folder, name));
      files[basename(name, '.gz')] = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    }
    const rows = (name: string) => files[name]?.toString().trimEnd().split('\n').slice(1) ?? [];
    const numbers = rows('SUBMISSION.tsv').map((row) => row.split('\t')[0]);
    if (owners) {
      const invented = numbers.map((number) => `${number}\tQuennevil Idony\tDirector\n`);
      files['REPORTINGOWNER.tsv'] = Buffer.from(owner + invented.join(''));
    }
    const results = [];
    for await (const document of readDataSet(await zipFile(await zip(files)))) {
      results.push(parseDocument(document));
    }
    const lines = ['DERIV_TRANS', 'DERIV_HOLDING', 'NONDERIV_TRANS', 'NONDERIV_HOLDING']
      .flatMap((name) => rows(`${name}.tsv`))
      .filter((row) => numbers.includes(row.split('\t')[0]));
    return { results, numbers, lines };
  }

  it('without their owners are refused one by one, for that alone', async () => {
    const { results, numbers } = await read(false);
    const reasons = new Map<string, number>();
    for (const result of results) {
      const said = result.ok
        ? 'read'
        : result.problems.map(({ code, path }) => `${code} ${path}`).join();
      reasons.set(said, (reasons.get(said) ?? 0) + 1);
    }
    console.log(reasons);
    expect(reasons.get('MISSING REPORTINGOWNER')).toBe(numbers.length);
    expect([...reasons.keys()].filter((reason) => !reason.startsWith('MISSING '))).toEqual([]);
  });

  it('with owners invented for them are all read, to the last line, without a doubt', async () => {
    const { results, numbers, lines } = await read(true);
    const filings = results.flatMap((result) => (result.ok ? [result.filing] : []));
    expect(filings).toHaveLength(numbers.length);
    expect(filings.flatMap((filing) => filing.lines)).toHaveLength(lines.length);
    const warnings = results
      .flatMap((result) => (result.ok ? result.warnings : []))
      .filter(({ code }) => code !== 'UNKNOWN_FOOTNOTE');
    expect(warnings).toEqual([]);
  });
});
