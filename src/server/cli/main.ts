import { Command, CommanderError } from 'commander';
import { Anomaly } from '../../values/index.ts';
import { addBackfillCommand } from './backfill-options.ts';
import type { ExitStatus } from './exit-status.ts';
import { addExportCommand } from './export-commands.ts';
import type { FollowCommandOptions } from './follow.ts';
import type { IngestCommandOptions } from './ingest.ts';
import { addKeyCommands } from './key-commands.ts';
import type { OutputOptions } from './options.ts';
import { addRereadCommand } from './reread-options.ts';
import type { StatusOptions } from './status.ts';
import { processTerminal } from './terminal.ts';
import type { VerifyOptions } from './verify.ts';

/** Runs the command line and gives its exit status. Each command loads only what it needs. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of the commands.
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
    .argument(
      '[path...]',
      'files, archives (.zip, .tar.gz), zips of SEC data sets, and folders of these',
    )
    .option('--retry', 'in place of paths: take again the documents that were rejected before')
    .option('--code <code>', 'with --retry: those of one reason alone, as MALFORMED_XML')
    .option('--json', 'print rejected documents and the summary as lines of JSON')
    .action(
      run(async (paths: string[], options: IngestCommandOptions) =>
        (await import('./ingest.ts')).ingestCommand(terminal, paths, options),
      ),
    );
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
        (await import('./follow.ts')).followCommand(terminal, options),
      ),
    );
  program
    .command('parse')
    .description('print filings as JSON; touches no database')
    .argument('<file...>', 'documents in any rendition, archives, zips of SEC data sets')
    .action(
      run(async (files: string[]) => (await import('./parse.ts')).parseCommand(terminal, files)),
    );
  program
    .command('verify')
    .description('check every event, the hash chain and the kept source bytes')
    .option('--sources', 'read the source bytes again, and compare what they say with the events')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: VerifyOptions) =>
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
  addRereadCommand(program, run, terminal);
  addBackfillCommand(program, run, terminal);
  addExportCommand(program, run, terminal);
  addKeyCommands(program, run, terminal);
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    terminal.done();
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.say(`insider-ledger: ${await explain(error)}`);
    return 2;
  }
}

async function explain(error: unknown): Promise<string> {
  if (error instanceof Anomaly) return error.message;
  const { databaseFault } = await import('../../database/index.ts');
  const fault = databaseFault(error);
  if (fault !== null) {
    const then = fault.remedy === null ? '' : ` Run the same command again once ${fault.remedy}.`;
    return `${fault.what}.${then}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
