import type { CommandLine } from '../command-line.ts';
import type { OutputOptions } from '../options.ts';

/** Adds `rebuild`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('rebuild')
    .description('drop every projection, build it again from the events, and compare')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('../rebuild.ts')).rebuildCommand(terminal, options),
      ),
    );
}
