import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Anomaly } from '../values/index.ts';

/** A key that lies in a file of its own: what it is the key of, and how a new one is made. */
export interface KeyFile {
  readonly path: string;
  /** "checkpoints": whose key it is, for sentences. */
  readonly of: string;
  readonly make: () => string;
}

/**
 * The text of a key, which is made at its first use and readable by its owner alone. Unavailable
 * where the file can be neither read nor made.
 */
export async function readOrMakeKey(file: KeyFile): Promise<string> {
  const { path, of } = file;
  try {
    return await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      const own = await writeOwn(file);
      // Another process may have made one meanwhile: the first stays.
      await link(own, path)
        .catch((other: NodeJS.ErrnoException) => {
          if (other.code !== 'EEXIST') throw other;
        })
        .finally(() => rm(own));
      return readFile(path, 'utf8');
    });
  } catch (cause) {
    const message = `The key of ${of}, ${path}, cannot be used: ${(cause as Error).message}`;
    throw new Anomaly('Unavailable', message, { cause });
  }
}

/** Puts a new key in the place of the one that there is. */
export async function replaceKey(file: KeyFile): Promise<void> {
  await rename(await writeOwn(file), file.path);
}

/** Whole before it has its name. */
async function writeOwn({ path, make }: KeyFile): Promise<string> {
  const own = `${path}.${process.pid}.partial`;
  await mkdir(dirname(path), { recursive: true });
  await rm(own, { force: true });
  await writeFile(own, make(), { mode: 0o600, flag: 'wx' });
  return own;
}
