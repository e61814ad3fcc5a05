import type { CommandLine } from '../command-line.ts';
import type { StatusOptions } from '../status.ts';

/** Adds `status`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('status')
    .description('print what the ledger holds, and what was rejected')
    .option(
      '--gaps',
      'list the days and filings that EDGAR lists and the ledger lacks, with the reason',
    )
    .option('--rejected', 'list every rejected document that is kept aside')
    .option('--code <code>', 'list those of one reason alone, as MALFORMED_XML')
    .option('--save <folder>', 'list them, and write the bytes of each to a file named by its hash')
    .option('--json', 'print one line of JSON; of a list, one a document')
    .action(
      run(async (options: StatusOptions) =>
        (await import('../status.ts')).statusCommand(terminal, options),
      ),
    );
}
