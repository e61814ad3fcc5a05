import { mkdtemp, readdir, readFile, rm, writeFile as write } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeFile, writeStream } from '../../../src/server/export/index.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'export-output-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function* pieces(...given: (string | Uint8Array | Error)[]) {
  for (const piece of given) {
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

describe('a file that is exported to', () => {
  it('has all pieces in their order, and nothing beside it', async () => {
    const folder = await emptyFolder();
    const path = join(folder, 'a.csv');
    expect(await writeFile(path, pieces('é,', new Uint8Array([98]), '\n'))).toBe(5);
    expect(await readFile(path, 'utf8')).toBe('é,b\n');
    expect(await readdir(folder)).toEqual(['a.csv']);
  });

  it('is not there, nor anything beside it, when the export fails', async () => {
    const folder = await emptyFolder();
    const failed = writeFile(join(folder, 'a.csv'), pieces('half', new Error('broken')));
    await expect(failed).rejects.toThrow('broken');
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays what it was when the export fails, and is replaced when it does not', async () => {
    const folder = await emptyFolder();
    const path = join(folder, 'a.csv');
    await write(path, 'before');
    await expect(writeFile(path, pieces('half', new Error('broken')))).rejects.toThrow();
    expect(await readFile(path, 'utf8')).toBe('before');
    await writeFile(path, pieces('after'));
    expect(await readFile(path, 'utf8')).toBe('after');
  });

  it('has another name until it is whole', async () => {
    const folder = await emptyFolder();
    const seen: string[][] = [];
    async function* looking() {
      yield 'half';
      seen.push(await readdir(folder));
      yield 'whole';
    }
    await writeFile(join(folder, 'a.csv'), looking());
    expect(seen).toEqual([[`a.csv.${process.pid}.partial`]]);
  });

  it.runIf(process.platform === 'linux')('says so when the disk is full', async () => {
    await expect(writeFile('/dev/full', pieces('text'))).rejects.toMatchObject({
      category: 'Unavailable',
      message: expect.stringContaining('There is no room left for /dev/full'),
    });
  });

  it('is refused where it is a folder or in none', async () => {
    const folder = await emptyFolder();
    await expect(writeFile(folder, pieces())).rejects.toMatchObject({ category: 'Incorrect' });
    const nowhere = join(folder, 'missing', 'a.csv');
    await expect(writeFile(nowhere, pieces())).rejects.toMatchObject({ category: 'Incorrect' });
  });
});

describe('a stream that is exported to', () => {
  it('is written to no faster than it is read', async () => {
    const stream = new PassThrough({ highWaterMark: 10 });
    let asked = 0;
    async function* counting() {
      for (; asked < 20; asked += 1) yield 'ten bytes.';
    }
    const written = writeStream(stream, counting());
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBeLessThan(5);
    stream.resume();
    expect(await written).toBe(200);
  });

  it('whose reader went away ends the export as that', async () => {
    const stream = new PassThrough();
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    async function* leaving() {
      yield 'one';
      stream.destroy(gone);
      await new Promise((resolve) => setImmediate(resolve));
      yield 'two';
    }
    await expect(writeStream(stream, leaving())).rejects.toMatchObject({ name: 'ReaderGone' });
  });
});
