import { once } from 'node:events';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { Anomaly } from '../../values/index.ts';
import { ReaderGone } from '../reader-gone.ts';

/**
 * Writes to a file, whole or not at all: beside it under another name, which becomes its own when
 * all is on disk. A device or a pipe is written to as it is. Unavailable where there is no room,
 * Incorrect where it cannot be written at all. Gives the bytes written.
 */
export async function writeFile(
  path: string,
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new Anomaly('Incorrect', `${path} is a folder.`);
  const isSpecial = found !== null && !found.isFile();
  const beside = isSpecial ? path : `${path}.${process.pid}.partial`;
  let isWhole = false;
  try {
    const file = await open(beside, isSpecial ? 'w' : 'wx');
    let bytes: number;
    try {
      bytes = await writeAll(file, chunks);
      if (!isSpecial) await file.sync();
    } finally {
      await file.close();
    }
    if (!isSpecial) await rename(beside, path);
    isWhole = true;
    return bytes;
  } catch (error) {
    throw outputFault(path, error);
  } finally {
    if (!isWhole && !isSpecial) await rm(beside, { force: true });
  }
}

async function writeAll(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += rest.byteLength;
    while (rest.byteLength > 0) {
      const { bytesWritten } = await file.write(rest);
      rest = rest.subarray(bytesWritten);
    }
  }
  return bytes;
}

/** What a fault of the file system comes to, for whoever asked for the export. */
function outputFault(where: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message = `There is no room left for ${where}: free some, or choose another disk. What was written is no whole export.`;
    return new Anomaly('Unavailable', message, { cause: error });
  }
  const message = `${where} cannot be written: ${(error as Error).message}`;
  return new Anomaly('Incorrect', message, { cause: error });
}

/**
 * Writes to a stream no faster than it is read. ReaderGone once nobody reads it. Gives the bytes
 * written.
 */
export async function writeStream(
  stream: Writable,
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<number> {
  let bytes = 0;
  let failure: Error | undefined;
  // Stays: a write that is on its way may fail later yet.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
  });
  try {
    for await (const chunk of chunks) {
      // Nothing drains once it has failed.
      if (failure !== undefined) throw failure;
      bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.byteLength;
      if (!stream.write(chunk)) await once(stream, 'drain');
    }
    await new Promise<void>((resolve, reject) => {
      stream.write('', (error) => (error ? reject(error) : resolve()));
    });
    return bytes;
  } catch (error) {
    const cause = failure ?? error;
    if ((cause as NodeJS.ErrnoException).code === 'EPIPE') throw new ReaderGone();
    throw outputFault('standard output', cause);
  }
}
