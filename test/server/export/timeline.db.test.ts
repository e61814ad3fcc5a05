import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { readConsistently } from '../../../src/reads/index.ts';
import { writeTimeline } from '../../../src/server/export/index.ts';
import { generateFilings } from '../../support/generated-filings.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';
import {
  differencesAt,
  differencesFor,
  openTimeline,
  randomTriples,
} from '../../support/timeline/ask-duckdb.ts';

const GUIDE = new URL('../../../docs/guides/sql.md', import.meta.url);

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-timeline-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'timeline');
}

function exportTo(database: Database, output: string, since: bigint | null = null) {
  return readConsistently(database, new AbortController().signal, (reading) =>
    writeTimeline(reading, { output, since, wrote: () => undefined }),
  );
}

async function differences(database: Database, folder: string, count: number): Promise<string[]> {
  const duck = await openTimeline(folder);
  const found: string[] = [];
  for (const triple of await randomTriples(database, count, 7)) {
    found.push(...(await differencesFor(database, duck, triple)));
  }
  for (const { asOf, knownAt } of await randomTriples(database, 4, 11)) {
    found.push(...(await differencesAt(database, duck, { asOf, knownAt })));
  }
  duck.closeSync();
  return found;
}

it('DuckDB answers of a timeline what the API answers at two times, and docs/guides/sql.md of it', async () => {
  const { database, append } = await createTestLedger();
  await append(sampleDocuments());
  const folder = await emptyFolder();
  const { rows } = await exportTo(database, folder);
  expect(rows.lines).toBeGreaterThan(20);
  expect(await differences(database, folder, 30)).toEqual([]);
  const guide = await readFile(GUIDE, 'utf8');
  const duck = await openTimeline(folder);
  const asked = /^```sql\n([\s\S]+?)^```$/m.exec(guide)?.[1] ?? '';
  const answer = (await duck.runAndReadAll(asked)).getRowObjects();
  duck.closeSync();
  expect(answer.length).toBeGreaterThan(0);
  const years = await readdir(join(folder, 'current', 'holdings'));
  expect(years.every((year) => /^known_year=\d{4}$/.test(year))).toBe(true);
});

it('an export of what is new has, with the files before it, what one of all has; identities resolved later too', async () => {
  const { database, append } = await createTestLedger();
  const { files } = await generateFilings({ seed: 5, count: 60 });
  const documents = [...files].filter(([path]) => !/letter|zip$/.test(path));
  const texts = documents.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const);
  const folder = await emptyFolder();
  await append(Object.fromEntries(texts.slice(0, 40)));
  let { through } = await exportTo(database, folder);
  await append(Object.fromEntries(texts.slice(40, 52)));
  ({ through } = await exportTo(database, folder, through));
  await append(Object.fromEntries(texts.slice(52)));
  const { rows } = await exportTo(database, folder, through);
  const all = await exportTo(database, await emptyFolder());
  expect(rows.lines).toBeLessThan(all.rows.lines);
  expect(await differences(database, folder, 40)).toEqual([]);
  const duck = await openTimeline(folder);
  for (const table of ['holdings', 'people', 'issuers', 'filings', 'lines', 'relationships']) {
    const read = await duck.runAndReadAll(`SELECT count(*) FROM ${table}`);
    const [[count]] = read.getRows() as [[bigint]];
    expect([table, Number(count)]).toEqual([table, all.rows[table as 'people']]);
  }
  duck.closeSync();
  const gap = exportTo(database, folder, through - 1n);
  await expect(gap).rejects.toThrow(/--since: .* has a timeline through event \d+, not through/);
});

it('an export of what is new leaves all as it is where nothing is', async () => {
  const { database, append } = await createTestLedger();
  const [first, ...others] = Object.entries(sampleDocuments());
  await append(Object.fromEntries(others));
  const folder = await emptyFolder();
  const { through: begun } = await exportTo(database, folder);
  await append(Object.fromEntries([first ?? []]));
  const { through } = await exportTo(database, folder, begun);
  const contents = async () => {
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => name.endsWith('.parquet')).sort();
    return Promise.all(files.map(async (name) => [name, await readFile(join(folder, name))]));
  };
  const before = await contents();
  for (let round = 0; round < 2; round += 1) {
    const { rows } = await exportTo(database, folder, through);
    expect(new Set(Object.values(rows))).toEqual(new Set([0]));
  }
  expect(await contents()).toEqual(before);
  expect(await differences(database, folder, 10)).toEqual([]);
});

it('a version takes the place of the one before it at once, which stays for who reads it; older ones go', async () => {
  const { database, append } = await createTestLedger();
  await append(sampleDocuments());
  const folder = await emptyFolder();
  await expect(exportTo(database, folder, 3n)).rejects.toThrow(/has no timeline yet/);
  for (let round = 0; round < 3; round += 1) await exportTo(database, folder);
  const entries = await readdir(folder);
  expect(entries.filter((entry) => entry.startsWith('at-'))).toHaveLength(2);
  expect(entries.filter((entry) => entry.startsWith('.'))).toEqual([]);
  const manifest = JSON.parse(await readFile(join(folder, 'current', 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ format: 1, since: null });
});
