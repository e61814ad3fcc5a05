import type { CommandLine } from '../command-line.ts';
import type { DemoOptions } from '../demo.ts';

/** Adds `demo`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('demo')
    .description('fill a ledger with the filings of an invented market, to try everything on')
    .option('--issuers <number>', 'how many issuers; the first has a fifth of all people', '200')
    .option('--people <number>', 'how many insiders; the first is a fund in thirty issuers', '2000')
    .option('--years <number>', 'over how many years they file', '10')
    .option('--until <day>', 'the last day of filing', '2025-12-31')
    .option('--seed <number>', 'another seed gives another market', '1')
    .option('--json', 'print the summary as a line of JSON')
    .action(
      run(async (options: DemoOptions) =>
        (await import('../demo.ts')).demoCommand(terminal, options),
      ),
    );
}
