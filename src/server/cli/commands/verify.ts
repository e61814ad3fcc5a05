import type { CommandLine } from '../command-line.ts';
import type { VerifyOptions } from '../verify.ts';

/** Adds `verify`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('verify')
    .description('check every event, the hash chain and the kept source bytes')
    .option('--sources', 'read the source bytes again, and compare what they say with the events')
    .option(
      '--checkpoint <file>',
      'hold the ledger to checkpoints that were kept elsewhere (docs/guides/verify.md)',
    )
    .option(
      '--checkpoint-key <keys...>',
      'public keys that these are trusted by (default: those that the ledger lists)',
    )
    .option('--projections', 'build the projections anew beside the ledger, and compare them')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: VerifyOptions) =>
        (await import('../verify.ts')).verifyCommand(terminal, options),
      ),
    );
}
