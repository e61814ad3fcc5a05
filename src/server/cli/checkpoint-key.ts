import {
  checkpointKeys,
  issueCheckpoint,
  newSigningKey,
  type SigningKey,
} from '../../receipts/index.ts';
import { Anomaly, instantOf } from '../../values/index.ts';
import { replaceSigningKey, signingKeyOf } from '../checkpoints/index.ts';
import { type Config, readConfig } from '../config.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** Options of `key checkpoint`, as they stand on the command line. */
export interface CheckpointKeyOptions extends OutputOptions {
  /** Whether the public keys are listed alone. */
  readonly list?: boolean;
}

/**
 * `insider-ledger key checkpoint`: puts a new key in the place of the one in DATA_DIR, signs the
 * ledger with it, and prints the public keys. Where CHECKPOINT_KEY is the key, or is needed, it
 * prints a new one to put there.
 */
export async function checkpointKeyCommand(
  terminal: Terminal,
  { list = false, json = false }: CheckpointKeyOptions,
): Promise<ExitStatus> {
  const config = readConfig();
  if (!list && isOperators(config)) {
    const pem = newSigningKey();
    terminal.print(json ? JSON.stringify({ CHECKPOINT_KEY: pem }) : pem.trimEnd());
    terminal.say('A new key: keep it, and let CHECKPOINT_KEY be it. Nothing is stored here.');
    return 0;
  }
  const keys = await withDatabase(terminal, async (database) => {
    if (!list) {
      await replaceSigningKey(config.dataFolder);
      const key = signingKeyOf(config) as () => Promise<SigningKey>;
      await issueCheckpoint(database, { key, now: () => instantOf(new Date()) });
    }
    return checkpointKeys(database.pool);
  });
  if (json) {
    const shown = keys.map(({ id, verifierKey, addedAt }) => ({ id, verifierKey, addedAt }));
    terminal.print(JSON.stringify({ keys: shown }));
    return 0;
  }
  if (keys.length === 0) {
    terminal.say('No checkpoint was signed yet: there are no events, or there is no key.');
  }
  for (const { verifierKey, addedAt } of keys) terminal.print(`${verifierKey}  since ${addedAt}`);
  return 0;
}

/** Whether the key is the operator's to keep. Incorrect where it cannot be read. */
function isOperators(config: Config): boolean {
  const { checkpointKey, databaseUrl } = config;
  if (checkpointKey !== undefined && signingKeyOf(config) === null) {
    throw new Anomaly('Incorrect', 'CHECKPOINT_KEY cannot be used.');
  }
  return checkpointKey !== undefined || databaseUrl !== undefined;
}
