import type { CommandLine } from '../command-line.ts';
import type { FollowCommandOptions } from '../follow.ts';

/** Adds `follow`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('follow')
    .description('append new filings as EDGAR lists them, and those missed (EDGAR_USER_AGENT)')
    .option('--interval <seconds>', 'from one look at the feeds to the next', '10')
    .option('--forms <forms>', 'which to follow, with their amendments', '3,4,5')
    .option(
      '--once',
      'look once, and end: 1 where a filing was rejected or is missing, or EDGAR failed',
    )
    .option('--gaps', 'look once, and ask for all that is missing, also what was given up')
    .option('--json', 'print what was taken, rejected documents and the summary as lines of JSON')
    .action(
      run(async (options: FollowCommandOptions) =>
        (await import('../follow.ts')).followCommand(terminal, options),
      ),
    );
}
