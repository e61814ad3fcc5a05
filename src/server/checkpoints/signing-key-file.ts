import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSigningKey, readSigningKey, type SigningKey } from '../../receipts/index.ts';
import { Anomaly } from '../../values/index.ts';
import type { Config } from '../config.ts';

/** What says where the key is. */
export type KeyPlace = Pick<Config, 'checkpointKey' | 'dataFolder' | 'databaseUrl'>;

/**
 * Gives the key that checkpoints are signed with: that of CHECKPOINT_KEY, or else the one that lies
 * with the embedded database, which is made at its first use and readable by its owner alone. Null
 * where the database is another and no key is given: nothing is signed then.
 */
export function signingKeyOf(place: KeyPlace): (() => Promise<SigningKey>) | null {
  const { checkpointKey, dataFolder, databaseUrl } = place;
  if (checkpointKey !== undefined) {
    const key = readSigningKey(checkpointKey, 'CHECKPOINT_KEY');
    return async () => key;
  }
  if (databaseUrl !== undefined) return null;
  const path = keyFile(dataFolder);
  return async () => readSigningKey(await readOrMake(path), path);
}

/** Puts a new key in the place of the one that lies with the embedded database. */
export async function replaceSigningKey(dataFolder: string): Promise<void> {
  const path = keyFile(dataFolder);
  const own = await writeOwn(path);
  await rename(own, path);
}

function keyFile(dataFolder: string): string {
  return join(dataFolder, 'checkpoint-key.pem');
}

async function readOrMake(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      const own = await writeOwn(path);
      // Another process may have made one meanwhile: the first stays.
      await link(own, path)
        .catch((other: NodeJS.ErrnoException) => {
          if (other.code !== 'EEXIST') throw other;
        })
        .finally(() => rm(own));
      return readFile(path, 'utf8');
    });
  } catch (cause) {
    const message = `The key of checkpoints, ${path}, cannot be used: ${(cause as Error).message}`;
    throw new Anomaly('Unavailable', message, { cause });
  }
}

/** Whole before it has its name. */
async function writeOwn(path: string): Promise<string> {
  const own = `${path}.${process.pid}.partial`;
  await mkdir(join(path, '..'), { recursive: true });
  await rm(own, { force: true });
  await writeFile(own, newSigningKey(), { mode: 0o600, flag: 'wx' });
  return own;
}
