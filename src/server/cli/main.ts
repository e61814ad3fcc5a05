import { Command, CommanderError } from 'commander';
import { Anomaly } from '../../values/index.ts';
import { ReaderGone } from '../reader-gone.ts';
import { version } from '../version.ts';
import { COMMANDS } from './commands/index.ts';
import { type ExitStatus, Interrupted } from './exit-status.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Runs the command line and gives its exit status. Each command loads only what it needs. */
export async function main(argv: readonly string[]): Promise<ExitStatus> {
  const terminal = processTerminal();
  let status: ExitStatus = 0;
  const program = new Command('insider-ledger')
    .description('SEC Forms 3, 4 and 5 as a ledger: who held what, when, as known when.')
    .version(version(), '-V, --version', 'print the version')
    .option('-q, --quiet', 'print results, rejections and failures alone: no progress, no notes')
    .exitOverride()
    .showHelpAfterError()
    .hook('preAction', (started) => {
      if (started.opts().quiet === true) terminal.quiet();
    });
  const run =
    <A extends unknown[]>(command: (...args: A) => Promise<ExitStatus>) =>
    async (...args: A) => {
      status = await command(...args);
    };
  for (const register of COMMANDS) register({ program, terminal, run });
  try {
    await program.parseAsync(namesNoCommand(program, argv) ? withoutHelp(argv) : argv);
    // What is written to a pipe fails later, if it does.
    return terminal.gone.aborted ? 1 : status;
  } catch (error) {
    terminal.done();
    return explained(error, terminal);
  }
}

/** Help of a command that there is not would hide the mistake, and end as if all were well. */
function namesNoCommand(program: Command, argv: readonly string[]): boolean {
  let command = program;
  for (const word of argv.slice(2)) {
    if (word.startsWith('-')) continue;
    if (command.commands.length === 0) return false;
    const named = command.commands.find((each) => each.name() === word);
    if (named === undefined) return word !== 'help';
    command = named;
  }
  return false;
}

function withoutHelp(argv: readonly string[]): readonly string[] {
  return argv.filter((word) => word !== '--help' && word !== '-h');
}

/** Says what failed, and gives the status that it ends with. */
async function explained(error: unknown, terminal: Terminal): Promise<ExitStatus> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ReaderGone) return 1;
  if (error instanceof Interrupted) {
    terminal.warn(
      `insider-ledger: ${error.said ?? 'Stopped before the end. Nothing is half done.'}`,
    );
    return error.status;
  }
  terminal.warn(`insider-ledger: ${await explain(error)}`);
  return 2;
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
