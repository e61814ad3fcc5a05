import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/sources/index.ts';
import { printTar, type TarEntry } from '../support/archives/print-tar.ts';
import { plainFiles } from '../support/print/data-set-file.ts';
import { zip } from '../support/print/print-data-set.ts';

const NUMBER = '0009000101-24-000007';
const PAGE = `${NUMBER}.txt`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archives-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a file of this name and content is read as; names without the folder. */
async function read(name: string, content: Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  const documents = [];
  for await (const document of readDocuments(path)) {
    const short = document.name.slice(folder.length + 1);
    documents.push(
      'reason' in document
        ? { name: short, reason: document.reason }
        : {
            name: short,
            text: Buffer.from(document.bytes).toString('latin1'),
            accessionNumber: document.accessionNumber,
          },
    );
  }
  return documents;
}

const text = (bytes: string): Uint8Array => Buffer.from(bytes, 'latin1');
const tar = (...entries: TarEntry[]) => printTar(entries);

describe('an archive of documents', () => {
  const files = fc.uniqueArray(
    fc.record({
      path: fc
        .array(fc.constantFrom('a', 'B', NUMBER, 'é', 'long'.repeat(60), '..', 'C:', '%2e'), {
          minLength: 1,
          maxLength: 4,
        })
        .map((parts) => `${parts.join('/')}.txt`),
      bytes: fc.uint8Array({ maxLength: 2_000 }),
    }),
    { maxLength: 8, selector: ({ path }) => path },
  );

  it('of tar gives every file, byte for byte, in order, packed or not', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.boolean(), async (entries, isPacked) => {
        const content = printTar(entries);
        const documents = await read(
          isPacked ? 'some.tar.gz' : 'some.tar',
          isPacked ? gzipSync(content) : content,
        );
        expect(documents.map((one) => 'text' in one && one.text)).toEqual(
          entries.map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
        );
        for (const [at, document] of documents.entries()) {
          const known = 'accessionNumber' in document ? document.accessionNumber : undefined;
          const [name = '', parent = ''] = normalize(entries[at]?.path ?? '')
            .split('/')
            .reverse();
          const isNumbered = name.includes(NUMBER) || parent === NUMBER;
          expect(known).toBe(isNumbered ? NUMBER : null);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(['all.tgz', 'all.TAR.GZ', 'all.tar'])('is recognised by its name, %s', async (name) => {
    const content = tar({ path: `submissions/${PAGE}`, bytes: text('a') });
    const packed = name === 'all.tar' ? content : gzipSync(content);
    const expected = { name: `${name}#submissions/${PAGE}`, text: 'a', accessionNumber: NUMBER };
    expect(await read(name, packed)).toEqual([expected]);
  });

  it('of zip gives every file, and of a zip with a table SUBMISSION every filing', async () => {
    const content = await zip({
      [`x/${PAGE}`]: 'a',
      '.hidden': 'b',
      'y/.z/c.txt': 'c',
      'd.xml': 'd',
    });
    expect(await read('some.zip', content)).toEqual([
      { name: `some.zip#x/${PAGE}`, text: 'a', accessionNumber: NUMBER },
      { name: 'some.zip#d.xml', text: 'd', accessionNumber: null },
    ]);
    const [filing] = await read('set.zip', await zip(plainFiles(1)));
    expect(filing).toMatchObject({ accessionNumber: '0009000100-24-000000' });
  });

  it('may hold documents that are gzip themselves, as a single file may be', async () => {
    const entry = { path: `${PAGE}.gz`, bytes: gzipSync('a') };
    expect(await read('some.tar', tar(entry))).toMatchObject([{ text: 'a' }]);
    expect(await read(entry.path, entry.bytes)).toMatchObject([
      { text: 'a', accessionNumber: NUMBER },
    ]);
    expect(await read('broken.txt.gz', gzipSync('a').subarray(0, 12))).toEqual([
      { name: 'broken.txt.gz', reason: expect.stringMatching(/end of file/) },
    ]);
  });
});

describe('a hostile or broken archive', () => {
  it('has nothing taken from links, devices, folders and hidden files', async () => {
    const documents = await read(
      'odd.tar',
      tar(
        { path: 'link.txt', type: 'SymbolicLink', linkpath: '/etc/passwd' },
        { path: 'hard.txt', type: 'Link', linkpath: '../../secret' },
        { path: 'null', type: 'CharacterDevice' },
        { path: 'pipe', type: 'FIFO' },
        { path: 'folder/', type: 'Directory' },
        { path: './._AppleDouble.txt', bytes: text('x') },
        { path: './kept.txt', bytes: text('kept') },
      ),
    );
    expect(documents).toMatchObject([{ name: expect.stringMatching(/kept\.txt$/), text: 'kept' }]);
  });

  it('writes nothing anywhere, whatever its names are, and shows them without control characters', async () => {
    const documents = await read(
      'names.tar',
      tar(
        { path: '../../../out.txt', bytes: text('a') },
        { path: '/absolute.txt', bytes: text('b') },
        { path: 'red\u001b[31m\n.txt', bytes: text('c') },
      ),
    );
    expect(documents.map(({ name }) => name)).toEqual([
      'names.tar#../../../out.txt',
      'names.tar#/absolute.txt',
      'names.tar#red\ufffd[31m\ufffd.txt',
    ]);
  });

  const file = { path: '.large', bytes: Buffer.alloc(50_000_001) };
  const large = tar(file, file);
  const cases: [string, string, () => Uint8Array | Promise<Uint8Array>, RegExp][] = [
    ['no tar', 'no.tar', () => text('Dear reader, '.repeat(500)), /^The tar cannot be read: /],
    ['nothing', 'nothing.tar', () => text(''), /it ends too early/],
    ['no gzip but its name', 'no.tar.gz', () => text('Dear reader'), /^The tar cannot be read: /],
    [
      'a gzip cut short',
      'cut.tgz',
      () => gzipSync(tar({ path: 'a', bytes: Buffer.alloc(9_000, 'x') })).subarray(0, 60),
      /^The gzip cannot be read: /,
    ],
    [
      'a file cut short',
      'cut.tar',
      () => tar({ path: 'a', bytes: Buffer.alloc(9_000) }).subarray(0, 5_000),
      /it ends too early/,
    ],
    [
      'no end',
      'endless.tar',
      () => printTar([{ path: '.a', bytes: text('a') }], { isEnded: false }),
      /it ends too early/,
    ],
    ['a bomb', 'bomb.tgz', () => gzipSync(large), /more than 200 times/],
    ['a bomb in a bomb', 'twice.tgz', () => gzipSync(gzipSync(large)), /packed twice/],
    [
      'a zip of bombs',
      'bombs.zip',
      () => zip({ '.a': 'x', a: Buffer.alloc(49_000_000), b: Buffer.alloc(49_000_000) }),
      /more than 200 times/,
    ],
    ['no zip', 'no.zip', () => text('Dear reader'), /^The zip cannot be read: /],
    ['a broken zip', 'cut.zip', async () => (await zip({ a: 'x' })).subarray(0, 60), /^The zip /],
  ];
  it.each(cases)('is reported as such: %s', async (_, name, content, reason) => {
    const documents = await read(name, await content());
    expect(documents.at(-1)).toEqual({ name, reason: expect.stringMatching(reason) });
  });

  it('gives what came before the fault', async () => {
    const content = tar({ path: 'a.txt', bytes: text('a') }, { path: 'b.txt', bytes: text('b') });
    content[512 + 512 + 10] = 0xff;
    expect(await read('fault.tar', content)).toEqual([
      { name: 'fault.tar#a.txt', text: 'a', accessionNumber: null },
      { name: 'fault.tar', reason: expect.stringMatching(/checksum/) },
    ]);
  });

  it('has files beyond any filing passed by, and goes on after them', async () => {
    const content = printTar([
      { path: 'large.txt', bytes: Buffer.alloc(50_000_001) },
      { path: 'b.txt', bytes: text('b') },
    ]);
    expect(await read('large.tar', content)).toEqual([
      { name: 'large.tar#large.txt', reason: 'larger than 50000000 bytes' },
      { name: 'large.tar#b.txt', text: 'b', accessionNumber: null },
    ]);
  });
});
