import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { inventedForm4 } from '../schema/invented.ts';
import { insiderLedger } from './command-line.ts';

/** A Form 4 of one line by an owner of its own name, as a file of a folder of its own. */
export async function filingOf(
  name: string,
  line: { code?: string; shares?: string; price?: string } = {},
) {
  const number = Number.parseInt(hash('sha1', name).slice(0, 5), 16);
  const text = inventedForm4({
    period: '2023-05-02',
    signedOn: '2023-05-03',
    owners: [{ cik: String(9_000_000_000 + number), name }],
    lines: [{ code: 'P', shares: '100', price: '2.5', after: '1000', ...line }],
  });
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-live-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, `0009000901-23-${String(number).padStart(7, '0').slice(-6)}.xml`);
  await writeFile(path, text);
  return path;
}

/** Has a process of its own append a file to the ledger of a database. */
export async function ingestByAnotherProcess(databaseUrl: string, path: string): Promise<void> {
  const { status, stderr } = await insiderLedger(['ingest', path], { DATABASE_URL: databaseUrl });
  expect([status, stderr]).toEqual([0, expect.anything()]);
}
