import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { insiderLedger } from '../support/command-line.ts';
import { plainFiles } from '../support/print/data-set-file.ts';
import { zip } from '../support/print/print-data-set.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A new database, and a function that runs a command on it and reads its last line as JSON. */
async function commandLine() {
  const { adminUrl } = await createTestLedger();
  const run = (...args: string[]) => insiderLedger(args, { DATABASE_URL: adminUrl });
  const json = async (...args: string[]) => {
    const { status, stdout } = await run(...args, '--json');
    return { status, answer: JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null') };
  };
  return { adminUrl, run, json };
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]);
const BOMB = `<?xml version="1.0"?><!DOCTYPE ownershipDocument [<!ENTITY a "aaaaaaaaaa">
  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><ownershipDocument>&b;</ownershipDocument>`;
const TEN_K = 'UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nFORM 10-K\nANNUAL REPORT';

/** Files by the code with which each is rejected. */
const NO_FILINGS = [
  ['EMPTY_DOCUMENT', ''],
  ['NOT_TEXT', PNG],
  ['MALFORMED_XML', '<?xml version="1.0"?>\n<ownershipDocument><issuer>'],
  ['NOT_OWNERSHIP_FORM', TEN_K],
  ['FORBIDDEN_XML', BOMB],
  ['UNKNOWN_RENDITION', 'Dear reader'],
] as const;

describe('insider-ledger ingest', () => {
  it('says with which doubts a document was read, and counts those that were', async () => {
    const { run, json } = await commandLine();
    const sample = await readFile(join(SAMPLES, 'tarnwick/0009000101-23-000002.txt'), 'utf8');
    const file = join(await emptyFolder(), 'broken.txt');
    await writeFile(file, sample.replace('<remarks>', '<remarks>A & B '));
    const { status, stdout, stderr } = await run('ingest', file);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /read with warnings \S+broken\.txt\n {2}RECOVERED at \d+:\d+: A bare "&"/,
    );
    expect(stdout).toMatch(/^1 filings .* 0 rejected, 1 read with warnings, in /);
    const again = await json('ingest', file);
    expect(again.answer).toMatchObject({ alreadyHeld: 1, warned: 0 });
  });

  it('appends files and folders, ends with one line of JSON, and finds its own work again', async () => {
    const { json } = await commandLine();
    const first = await json('ingest', SAMPLES);
    expect(first).toMatchObject({
      status: 0,
      answer: { filings: 14, alreadyHeld: 0, rejected: 0 },
    });
    expect(Object.keys(first.answer)).toEqual([
      'filings',
      'events',
      'alreadyHeld',
      'rejected',
      'warned',
      'seconds',
    ]);
    const second = await json('ingest', SAMPLES);
    expect(second.answer).toMatchObject({ filings: 0, events: 0, alreadyHeld: 14, rejected: 0 });
    const status = await json('status');
    expect(status.answer).toMatchObject({ filings: 14, events: first.answer.events });
  });

  it('rejects what is no filing, each file with its reason, with status 1, and stores nothing', async () => {
    const folder = await emptyFolder();
    const { run, json } = await commandLine();
    for (const [code, content] of NO_FILINGS) await writeFile(join(folder, code), content);
    const { status, stderr } = await run('ingest', folder);
    expect(status).toBe(1);
    for (const [code] of NO_FILINGS) {
      expect(stderr).toMatch(new RegExp(`rejected \\S*/${code}\n {2}${code}\\b`));
    }
    expect((await json('status')).answer).toMatchObject({
      head: null,
      filings: 0,
      people: 0,
      rejected: NO_FILINGS.length,
    });
  });

  it('goes on past bad documents, lists each, and keeps the others', async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, 'deeper'));
    await writeFile(join(folder, 'deeper', 'picture.png'), PNG);
    const { run, json } = await commandLine();
    const { status, stdout } = await run('ingest', folder, SAMPLES);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^14 filings \(\d+ events\) appended, 0 already held, 1 rejected, in /);
    expect((await json('verify')).answer).toMatchObject({ ok: true });
  });

  it('reads the zips of data sets that a folder holds, one document a filing', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, '2024q3.ZIP'), await zip(plainFiles(300)));
    const { json } = await commandLine();
    const first = await json('ingest', folder);
    expect(first).toMatchObject({ status: 0, answer: { filings: 300, events: 900, rejected: 0 } });
    const second = await json('ingest', join(folder, '2024q3.ZIP'));
    expect(second.answer).toMatchObject({ filings: 0, alreadyHeld: 300, rejected: 0 });
    expect((await json('verify')).answer).toMatchObject({ ok: true });
  });

  it('rejects what is wrong in a data set by its place, a broken zip as one file, and goes on', async () => {
    const folder = await emptyFolder();
    const files = plainFiles(3);
    const owners = files['REPORTINGOWNER.tsv']?.replace(/.*24-000001.*\n/, '') ?? '';
    await writeFile(join(folder, 'a.zip'), await zip({ ...files, 'REPORTINGOWNER.tsv': owners }));
    await writeFile(join(folder, 'b.zip'), (await zip(files)).subarray(0, 300));
    await writeFile(join(folder, 'c.zip'), await zip({ 'letter.txt': 'Dear reader' }));
    const { run, json } = await commandLine();
    const { status, stderr } = await run('ingest', folder);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `rejected ${join(folder, 'a.zip')}#0009000100-24-000001\n  MISSING at REPORTINGOWNER: `,
    );
    expect(stderr).toMatch(/rejected .*b\.zip\n {2}UNREADABLE: The zip cannot be read: /);
    // No data set: an archive, each of whose files is a document.
    expect(stderr).toMatch(/rejected .*c\.zip#letter\.txt\n {2}UNKNOWN_RENDITION/);
    expect((await json('status')).answer).toMatchObject({ filings: 2 });
  });

  it('says which path does not exist and appends nothing, with status 2', async () => {
    const { status, stderr } = await insiderLedger(['ingest', 'no/such/folder']);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no file or folder no/such/folder'),
    });
  });
});

describe('insider-ledger parse', () => {
  it('prints a filing as JSON with every amount as the exact decimal filed', async () => {
    const { status, stdout } = await insiderLedger([
      'parse',
      join(SAMPLES, 'ostrelle/0009000102-24-000005.txt'),
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ accessionNumber: '0009000102-24-000005' });
  });

  it('prints every filing of a data set, and says which of them is none', async () => {
    const folder = await emptyFolder();
    const files = plainFiles(2);
    const forms = files['SUBMISSION.tsv']?.replace('2024\t4\t', '2024\t144\t') ?? '';
    const file = join(folder, 'quarter.zip');
    await writeFile(file, await zip({ ...files, 'SUBMISSION.tsv': forms }));
    const { status, stdout, stderr } = await insiderLedger(['parse', file]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ accessionNumber: '0009000100-24-000001' });
    expect(stderr).toMatch(
      /^\S+quarter\.zip#0009000100-24-000000: NOT_OWNERSHIP_FORM at SUBMISSION:1\/DOCUMENT_TYPE: /,
    );
  });

  it('says where a document cannot be read, with status 1', async () => {
    const folder = await emptyFolder();
    const file = join(folder, 'cut.xml');
    await writeFile(file, '<ownershipDocument>\n  <issuer>');
    const { status, stdout, stderr } = await insiderLedger(['parse', file]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/MALFORMED_XML at 2:\d+/);
  });
});

describe('insider-ledger verify and rebuild', () => {
  it('find nothing in an untouched ledger', async () => {
    const { json } = await commandLine();
    const { answer } = await json('ingest', SAMPLES);
    const verified = await json('verify');
    expect(verified).toMatchObject({ status: 0, answer: { ok: true, events: answer.events } });
    expect(verified.answer.head).toMatch(/^[0-9a-f]{64}$/);
    expect(await json('rebuild')).toMatchObject({ status: 0, answer: { same: true } });
  });

  it('name the position of one byte changed behind its back, with status 1', async () => {
    const { adminUrl, run, json } = await commandLine();
    await json('ingest', SAMPLES);
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query('SET session_replication_role = replica');
    await client.query(
      `UPDATE ledger_event SET payload = jsonb_set(payload::jsonb, '{line}', '9') WHERE position = 7`,
    );
    await client.end();
    const { status, stderr } = await run('verify');
    expect(status).toBe(1);
    expect(stderr).toContain('position 7: its content is not what its hash sealed');
  });
});

describe('insider-ledger', () => {
  it('explains itself', async () => {
    const { status, stdout } = await insiderLedger(['--help']);
    expect(status).toBe(0);
    for (const command of ['serve', 'ingest', 'parse', 'verify', 'rebuild', 'status']) {
      expect(stdout).toContain(command);
    }
  });

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
    [{ SAMPLES: 'maybe' }, 'SAMPLES'],
  ])('checks its configuration at start: %o', async (env, name) => {
    const { status, stderr } = await insiderLedger(['status'], env);
    expect(status).toBe(2);
    expect(stderr).toContain(`The configuration cannot be used. ${name}:`);
  });

  it('says so in one sentence where the database cannot be reached', async () => {
    const { status, stderr } = await insiderLedger(['status'], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^insider-ledger: The database cannot be reached: .*\n$/);
  });
});
