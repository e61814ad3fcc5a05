import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, gunzipSync } from 'node:zlib';

/** What stands for standard input among paths. */
const DASH = '-';

/**
 * Does work on paths, of which `-` is standard input: its bytes, read to their end, are a file
 * meanwhile, named by what they begin with, since the name of a file says whether it is an archive.
 */
export async function withStandardInput<T>(
  paths: readonly string[],
  work: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  if (!paths.includes(DASH)) return work(paths);
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-'));
  try {
    const bytes = join(folder, 'bytes');
    await pipeline(process.stdin, createWriteStream(bytes, { mode: 0o600 }));
    const file = join(folder, `standard-input${extensionOf(await beginningOf(bytes))}`);
    await rename(bytes, file);
    return await work(paths.map((path) => (path === DASH ? file : path)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of a tar, its first header is needed. */
const BEGINNING = 65_536;

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function extensionOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return '.zip';
  if (isTar(bytes)) return '.tar';
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return '.txt';
  return isTar(unzipped(bytes)) ? '.tar.gz' : '.txt.gz';
}

function isTar(bytes: Buffer): boolean {
  return bytes.subarray(257, 262).toString('latin1') === 'ustar';
}

/** As much as can be unzipped of a beginning. */
function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 64 * BEGINNING,
    });
  } catch {
    return Buffer.alloc(0);
  }
}
