import type { CommandLine } from '../command-line.ts';
import type { CreateKeyOptions } from '../key.ts';
import type { OutputOptions } from '../options.ts';

/** Adds `key create`, `key list` and `key revoke`. */
export function register({ program, terminal, run }: CommandLine): void {
  const key = program
    .command('key')
    .description('make, list and revoke API keys (docs/guides/api-keys.md)');
  key
    .command('create')
    .description('make a key and print it, once: the ledger keeps no more than its hash')
    .requiredOption('--name <name>', 'your own word for it: whose it is, or what it is for')
    .option('--scope <scopes>', 'read, ingest, or both with a comma', 'read')
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
}
