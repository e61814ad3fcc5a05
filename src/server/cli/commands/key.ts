import type { CheckpointKeyOptions } from '../checkpoint-key.ts';
import type { CommandLine } from '../command-line.ts';
import type { CreateKeyOptions } from '../key.ts';
import type { OutputOptions } from '../options.ts';

/** Adds `key create`, `key list`, `key revoke` and `key checkpoint`. */
export function register({ program, terminal, run }: CommandLine): void {
  const key = program
    .command('key')
    .description('make, list and revoke API keys, and the key of checkpoints');
  key
    .command('create')
    .description('make a key and print it, once: the ledger keeps no more than its hash')
    .requiredOption('--name <name>', 'your own word for it: whose it is, or what it is for')
    .option('--scope <scopes>', 'read, ingest, watch, or several with commas', 'read')
    .option('--expires <when>', 'date (its beginning, UTC) or instant from which it is refused')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: CreateKeyOptions) =>
        (await import('../key.ts')).createKeyCommand(terminal, options),
      ),
    );
  key
    .command('list')
    .description('list every key, revoked ones too; no secret is shown')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('../key.ts')).listKeysCommand(terminal, options),
      ),
    );
  key
    .command('revoke')
    .description('revoke a key for good; servers refuse it within five seconds')
    .argument('<key>', 'its id, or its prefix as "il_3fa9c1d2"')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (which: string, options: OutputOptions) =>
        (await import('../key.ts')).revokeKeyCommand(terminal, which, options),
      ),
    );
  key
    .command('checkpoint')
    .description('sign checkpoints with a new key from now on; the old public keys stay listed')
    .option('--list', 'make none: list the public keys, the newest first')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: CheckpointKeyOptions) =>
        (await import('../checkpoint-key.ts')).checkpointKeyCommand(terminal, options),
      ),
    );
}
