import type { CommandLine } from '../command-line.ts';

/** Adds `parse`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('parse')
    .description('print filings as JSON; touches no database')
    .argument(
      '<file...>',
      'documents in any rendition, archives, zips of SEC data sets; - is standard input',
    )
    .action(
      run(async (files: string[]) => (await import('../parse.ts')).parseCommand(terminal, files)),
    );
}
