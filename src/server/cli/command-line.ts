import type { Command } from 'commander';
import type { ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/** The command line, to which each command adds itself. */
export interface CommandLine {
  readonly program: Command;
  readonly terminal: Terminal;
  /** Makes an action of a command: runs it, and keeps its exit status. */
  readonly run: <A extends unknown[]>(
    command: (...args: A) => Promise<ExitStatus>,
  ) => (...args: A) => Promise<void>;
}

/** Adds a command. Its code is loaded when it runs. */
export type Register = (cli: CommandLine) => void;
