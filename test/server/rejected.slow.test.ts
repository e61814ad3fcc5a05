import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { insiderLedger } from '../support/command-line.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';

// A process for each command: a busy machine is no fault of the code.
vi.setConfig({ testTimeout: 300_000 });

const XML = sampleDocuments()['tarnwick/0009000101-23-000007.xml'] ?? '';
const LETTER = 'Dear reader';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function commandLine() {
  const { adminUrl, database } = await createTestLedger();
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-rejected-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => insiderLedger(args, { DATABASE_URL: adminUrl });
  const json = async (...args: string[]) => {
    const { status, stdout } = await run(...args, '--json');
    const lines = stdout.split('\n').filter((line) => line !== '');
    return { status, lines: lines.map((line) => JSON.parse(line)) };
  };
  return { database, folder, run, json };
}

/** A folder with a letter, XML cut off, and a zip that is none. */
async function withRejected() {
  const line = await commandLine();
  const documents = join(line.folder, 'documents');
  await mkdir(documents);
  await writeFile(join(documents, 'letter.txt'), LETTER);
  await writeFile(join(documents, 'cut.xml'), XML.slice(0, 999));
  await writeFile(join(documents, 'broken.zip'), 'PK');
  expect((await line.run('ingest', documents)).status).toBe(1);
  return { ...line, documents };
}

/** As a lesser parser would have left it: a filing among the rejected documents. */
const KEPT_BY_AN_OLDER_PARSER = `
  INSERT INTO rejected_document (hash, name, accession_number, size, packed, packing, code, problems,
    first_rejected_at, last_rejected_at)
  VALUES ($1, 'old.xml', '0009000101-23-000007', $2, $3, 'DEFLATE', 'UNKNOWN_RENDITION', '[]', now(), now())`;

describe('insider-ledger status', () => {
  it('counts rejected documents by reason and names those rejected last', async () => {
    const { database, documents, run, json } = await withRejected();
    expect((await json('status')).lines).toMatchObject([
      {
        filings: 0,
        rejected: 3,
        rejectedByCode: { MALFORMED_XML: 1, UNKNOWN_RENDITION: 1, UNREADABLE: 1 },
      },
    ]);
    const { stdout } = await run('status');
    expect(stdout).toContain('rejected: 3\n  MALFORMED_XML: 1\n');
    expect(stdout).toContain(`${join(documents, 'cut.xml')}: MALFORMED_XML: `);
    // Whoever wrote a document may not steer the terminal.
    await database.pool.query(`UPDATE rejected_document SET name = E'a\\u001b[2Jb\\nc'`);
    const listed = await run('status', '--rejected');
    expect(listed.stdout).toContain('rejected a\ufffd[2Jb\ufffdc\n');
    expect(listed.stdout).not.toContain('\u001b');
  });

  it('--rejected lists all of them with their reasons, or those of one reason', async () => {
    const { documents, run, json } = await withRejected();
    const { stdout, status } = await run('status', '--rejected');
    expect(status).toBe(0);
    expect(stdout).toContain(`rejected ${join(documents, 'broken.zip')}\n  UNREADABLE: `);
    expect(stdout).toContain('never read, so without bytes, once, last ');
    const { lines } = await json('status', '--code', 'UNKNOWN_RENDITION');
    expect(lines).toMatchObject([
      {
        name: join(documents, 'letter.txt'),
        hash: sha256(LETTER),
        size: LETTER.length,
        code: 'UNKNOWN_RENDITION',
        problems: [{ code: 'UNKNOWN_RENDITION', path: '1:1' }],
        tries: 1,
      },
    ]);
  });

  it('--save writes the bytes to files that only their hashes name, and nothing of a document', async () => {
    const { database, folder, json } = await withRejected();
    await database.pool.query(`UPDATE rejected_document SET name = '../../escaped \u001b[2J'`);
    const saved = join(folder, 'saved');
    const { lines } = await json('status', '--save', saved);
    const files = await readdir(saved);
    expect(new Set(files)).toEqual(new Set([LETTER, XML.slice(0, 999)].map(sha256)));
    expect(new Set(lines.map(({ file }) => file))).toEqual(
      new Set([undefined, ...files.map((file) => join(saved, file))]),
    );
    const texts = await Promise.all(files.map((file) => readFile(join(saved, file), 'utf8')));
    expect(texts.map(sha256)).toEqual(files);
    expect((await json('status', '--save', saved)).status).toBe(0);
  });
});

describe('insider-ledger ingest --retry', () => {
  it('takes rejected documents again: those that can be read now are in and forgotten', async () => {
    const { database, run, json } = await withRejected();
    const bytes = Buffer.from(XML);
    const hash = createHash('sha256').update(bytes).digest();
    await database.pool.query(KEPT_BY_AN_OLDER_PARSER, [hash, bytes.length, deflateRawSync(bytes)]);
    const { status, lines } = await json('ingest', '--retry');
    expect(status).toBe(1);
    expect(lines.at(-1)).toMatchObject({ filings: 1, alreadyHeld: 0, rejected: 2 });
    expect((await json('status')).lines).toMatchObject([{ filings: 1, rejected: 3 }]);
    const again = await run('ingest', '--retry', '--code', 'MALFORMED_XML');
    expect(again.stdout).toMatch(/^0 filings .* 1 rejected, in /);
    const after = (await json('status', '--rejected')).lines;
    expect(Object.fromEntries(after.map((each) => [each.code, each.tries]))).toEqual({
      UNREADABLE: 1,
      UNKNOWN_RENDITION: 2,
      MALFORMED_XML: 3,
    });
    const unread = await run('ingest', '--retry', '--code', 'UNREADABLE');
    expect(unread).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('1 more were never read and have no bytes'),
    });
  });

  it.each([
    [['ingest'], 'Name a file or folder, or say --retry'],
    [['ingest', '--retry', 'a.xml'], 'ingest the two one after the other'],
    [
      ['ingest', 'a.xml', '--code', 'MISSING'],
      '--code says which rejected documents --retry takes',
    ],
  ])('%j ends with status 2 and says why', async (args, message) => {
    const { status, stderr } = await insiderLedger(args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });
});
