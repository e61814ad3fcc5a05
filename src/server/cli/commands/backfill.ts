import type { BackfillOptions } from '../../backfill/index.ts';
import type { CommandLine } from '../command-line.ts';
import type { OutputOptions } from '../options.ts';

/** Adds `backfill`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('backfill')
    .description(
      "append filings of the past from the SEC's data sets or EDGAR's archive; resumable",
    )
    .option('--from <quarter>', 'the first quarter, as 2006q1, with which the data sets begin')
    .option('--to <quarter>', 'the last quarter; the last that is over where left out')
    .option('--source <source>', 'data-set (fast) or archive (complete, with times)', 'data-set')
    .option('--form <forms...>', 'forms 3, 4, 5 with their amendments; all where left out')
    .option('--issuer <ciks...>', 'filings about these issuers alone')
    .option('--owner <ciks...>', 'filings by these owners alone')
    .option('--parallel <number>', 'submissions of the archive asked for at once, 1 to 10')
    .option('--again', 'ask finished quarters again; what has not changed is left')
    .option('--json', 'print quarters, rejected and missing documents and the summary as JSON')
    .action(
      run(async (options: BackfillOptions & OutputOptions) =>
        (await import('../backfill.ts')).backfillCommand(terminal, options),
      ),
    );
}
