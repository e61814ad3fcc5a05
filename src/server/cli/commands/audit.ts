import type { CommandLine } from '../command-line.ts';
import type { OutputOptions } from '../options.ts';

/** Adds `audit`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('audit')
    .description('count how well accounts explain the amounts filed, and why some do not')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('../audit.ts')).auditCommand(terminal, options),
      ),
    );
}
