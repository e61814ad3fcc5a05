import type { Database } from '../../database/index.ts';
import { type KeptCheckpoints, keepIssuing } from '../../receipts/index.ts';
import { instantOf } from '../../values/index.ts';
import type { Config } from '../config.ts';
import { checkpointSink } from './checkpoint-sink.ts';
import { signingKeyOf } from './signing-key-file.ts';

/** Where it is said what went wrong. */
interface Said {
  warn(line: string): void;
}

/**
 * Signs what is appended while a command runs, by the key that the configuration names, and copies
 * it to where that says; null where there is no key.
 */
export function keepCheckpoints(
  database: Pick<Database, 'pool'>,
  config: Config,
  said: Said,
): KeptCheckpoints | null {
  const key = signingKeyOf(config);
  if (key === null) return null;
  const { checkpointSink: target } = config;
  return keepIssuing(database, {
    key,
    now: () => instantOf(new Date()),
    sink: target === undefined ? null : checkpointSink(target),
    failed: (error) => said.warn(`Checkpoint: ${(error as Error).message}`),
  });
}
