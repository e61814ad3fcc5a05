import { join } from 'node:path';
import { newSigningKey, readSigningKey, type SigningKey } from '../../receipts/index.ts';
import type { Config } from '../config.ts';
import { type KeyFile, readOrMakeKey, replaceKey } from '../key-file.ts';

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
  const file = keyFile(dataFolder);
  return async () => readSigningKey(await readOrMakeKey(file), file.path);
}

/** Puts a new key in the place of the one that lies with the embedded database. */
export function replaceSigningKey(dataFolder: string): Promise<void> {
  return replaceKey(keyFile(dataFolder));
}

function keyFile(dataFolder: string): KeyFile {
  const path = join(dataFolder, 'checkpoint-key.pem');
  return { path, of: 'checkpoints', make: newSigningKey };
}
