import { readdir } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dataSet, plainFiles, readAll, SMALL } from '../support/print/data-set-file.ts';
import { zip } from '../support/print/print-data-set.ts';

/** A zip in which every place that holds some bytes holds others. */
function patched(content: Buffer, from: Buffer, to: Buffer): Buffer {
  const copy = Buffer.from(content);
  let count = 0;
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + to.length)) {
    to.copy(copy, at);
    count += 1;
  }
  if (count === 0) throw new Error('Nothing to patch.');
  return copy;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Sets the flag of encryption in every header of a zip. */
function encrypted(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  for (const [signature, offset] of [
    ['PK\x01\x02', 8],
    ['PK\x03\x04', 6],
  ] as const) {
    for (let at = copy.indexOf(signature); at >= 0; at = copy.indexOf(signature, at + 1)) {
      copy.writeUInt16LE(copy.readUInt16LE(at + offset) | 1, at + offset);
    }
  }
  return copy;
}

describe('a hostile or broken data set', () => {
  const long = `ACCESSION_NUMBER\tREMARKS\n0009000100-24-000001\t${'x'.repeat(20_000)}\n`;
  const rows = `ACCESSION_NUMBER\tREMARKS\n${'0009000100-24-000001\tagain\n'.repeat(40_000)}`;
  const open = `ACCESSION_NUMBER\tREMARKS\n0009000100-24-000001\t"opened\n${'0009000100-24-000002\t\n'}`;
  const closed = `${open}0009000100-24-000003\tit"\n`;
  const files: [string, () => Promise<Buffer>, RegExp][] = [
    ['no zip', async () => Buffer.from('Dear reader'), /^The zip cannot be read: .*not a zip/i],
    ['nothing', async () => Buffer.alloc(0), /^The zip cannot be read: /],
    [
      'a zip cut short',
      async () => (await zip(plainFiles(50))).subarray(0, 900),
      /^The zip cannot be read: /,
    ],
    ['another zip', () => zip({ 'letter.txt': 'Dear reader' }), /no table SUBMISSION/],
    [
      'a table twice',
      () => zip({ 'SUBMISSION.tsv': 'a', 'old/submission.tsv': 'b' }),
      /the table SUBMISSION twice/,
    ],
    ['a table without keys', () => zip({ 'SUBMISSION.tsv': 'REMARKS\nx' }), /no column ACCESSION/],
    ['a bomb', () => zip({ 'SUBMISSION.tsv': Buffer.alloc(30_000_000, 65) }), /more than 20000000/],
    [
      'a bomb that belittles itself',
      async () =>
        patched(
          await zip({ 'SUBMISSION.tsv': Buffer.alloc(30_000_000, 65) }),
          uint32(30_000_000),
          uint32(1_000),
        ),
      /^The zip cannot be read: /,
    ],
    ['a row too long', () => zip({ 'SUBMISSION.tsv': long }), /SUBMISSION.*longer than 10000/],
    ['a filing of too many rows', () => zip({ 'SUBMISSION.tsv': rows }), /0009000100-24-000001/],
    ['a quote left open', () => zip({ 'SUBMISSION.tsv': open }), /SUBMISSION.*quote/i],
    [
      'a quote closed in another row',
      () => zip({ 'SUBMISSION.tsv': closed }),
      /SUBMISSION, row 1: a quote is never closed/,
    ],
    ['an encrypted zip', async () => encrypted(await zip(plainFiles(1))), /is encrypted/],
    [
      'a table that is not what its checksum sealed',
      async () => {
        const checksum = crc32(plainFiles(1)['SUBMISSION.tsv'] ?? '');
        return patched(await zip(plainFiles(1)), uint32(checksum), uint32((checksum ^ 1) >>> 0));
      },
      /checksum/,
    ],
    [
      'an entry out of its folder',
      async () =>
        patched(
          await zip({ ...plainFiles(1), 'aa/FOOTNOTES.tsv': 'x' }),
          Buffer.from('aa/'),
          Buffer.from('../'),
        ),
      /^The zip cannot be read: .*\.\.\//,
    ],
  ];

  it.each(files)('is refused, and nothing is left behind: %s', async (_, make, message) => {
    const { path, temporary } = await dataSet(await make());
    const refused = readAll(path, SMALL);
    await expect(refused).rejects.toMatchObject({ name: 'Anomaly', category: 'Incorrect' });
    await expect(refused).rejects.toThrow(message);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('with entries that are no tables is read without them', async () => {
    const { path } = await dataSet(
      await zip({
        ...plainFiles(2),
        'FORM_345_readme.htm': '<p>',
        '__MACOSX/._SUBMISSION.tsv': 'x',
        'OTHER.tsv': '"',
      }),
    );
    expect(await readAll(path)).toHaveLength(2);
  });
});
