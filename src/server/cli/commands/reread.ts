import type { CommandLine } from '../command-line.ts';
import type { RereadCommandOptions } from '../reread.ts';

/** Adds `reread`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('reread')
    .description(
      'parse kept source bytes again that an older parser read, and append what differs; resumable',
    )
    .option('--dry-run', 'list what would be appended, and append nothing')
    .option('--since <date>', 'filings known since then alone: a day, in New York, or an instant')
    .option('--form <forms...>', 'forms 3, 4, 5 with their amendments; all where left out')
    .option('--warned', 'filings alone that are read with warnings, now or on record')
    .option('--again', 'begin at the first filing, also where it was finished or interrupted')
    .option('--json', 'print each filing and the summary as lines of JSON')
    .action(
      run(async (options: RereadCommandOptions) =>
        (await import('../reread.ts')).rereadCommand(terminal, options),
      ),
    );
}
