import { Command, CommanderError } from 'commander';
import { Anomaly } from '../../values/index.ts';
import { addExportCommand } from './export-commands.ts';
import { addKeyCommands } from './key-commands.ts';
import type { OutputOptions } from './options.ts';
import { processTerminal } from './terminal.ts';

/** Exit status of a command: done, done in part, could not run. */
export type ExitStatus = 0 | 1 | 2;

/** Runs the command line and gives its exit status. Each command loads only what it needs. */
export async function main(argv: readonly string[]): Promise<ExitStatus> {
  const terminal = processTerminal();
  let status: ExitStatus = 0;
  const run =
    <A extends unknown[]>(command: (...args: A) => Promise<ExitStatus>) =>
    async (...args: A) => {
      status = await command(...args);
    };
  const program = new Command('insider-ledger')
    .description('SEC Forms 3, 4 and 5 as a ledger: who held what, when, as known when.')
    .exitOverride()
    .showHelpAfterError();
  program
    .command('serve')
    .description('serve GraphQL, with GraphiQL in the browser (PORT, HOST)')
    .action(run(async () => (await import('./serve.ts')).serveCommand(terminal)));
  program
    .command('ingest')
    .description('append filings from files and folders to the ledger')
    .argument('<path...>', 'files, zips of SEC data sets, and folders with all that is in them')
    .option('--json', 'print rejected documents and the summary as lines of JSON')
    .action(
      run(async (paths: string[], options: OutputOptions) =>
        (await import('./ingest.ts')).ingestCommand(terminal, paths, options),
      ),
    );
  program
    .command('parse')
    .description('print filings as JSON; touches no database')
    .argument('<file...>', 'documents in any rendition, zips of SEC data sets')
    .action(
      run(async (files: string[]) => (await import('./parse.ts')).parseCommand(terminal, files)),
    );
  program
    .command('verify')
    .description('check every event, the hash chain and the kept source bytes')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('./verify.ts')).verifyCommand(terminal, options),
      ),
    );
  program
    .command('rebuild')
    .description('drop every projection, build it again from the events, and compare')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('./rebuild.ts')).rebuildCommand(terminal, options),
      ),
    );
  program
    .command('status')
    .description('print what the ledger holds')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('./status.ts')).statusCommand(terminal, options),
      ),
    );
  program
    .command('audit')
    .description('count how well accounts explain the amounts filed, and why some do not')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('./audit.ts')).auditCommand(terminal, options),
      ),
    );
  addExportCommand(program, run, terminal);
  addKeyCommands(program, run, terminal);
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    terminal.done();
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.say(`insider-ledger: ${explain(error)}`);
    return 2;
  }
}

function explain(error: unknown): string {
  if (error instanceof Anomaly) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
