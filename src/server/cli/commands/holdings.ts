import type { CommandLine } from '../command-line.ts';
import type { HoldingsOptions } from '../holdings.ts';

/** Adds `holdings`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('holdings')
    .description('print what was held in an issuer or by a person on a day, as known by a time')
    .argument('<who>', 'ticker, CIK, name or id of an issuer or a person')
    .option('--as-of <date>', 'what was held on this day (default: today in New York)')
    .option(
      '--known-at <when>',
      'what the public knew at this instant, or by the end of this day (default: now)',
    )
    .option('--issuer', 'it is an issuer')
    .option('--person', 'it is a person')
    .option('--status <list...>', 'current, carried, expired, closed (default: current,carried)')
    .option('--json', 'print one line of JSON')
    .addHelpText('after', EXAMPLES)
    .action(
      run(async (who: string, options: HoldingsOptions) =>
        (await import('../holdings.ts')).holdingsCommand(terminal, who, options),
      ),
    );
}

const EXAMPLES = `
Examples:
  $ insider-ledger holdings AMOT --as-of 2016-12-31 --known-at 2017-03-01
  $ insider-ledger holdings 'Robert Maida' --as-of 2023-03-07 --json`;
