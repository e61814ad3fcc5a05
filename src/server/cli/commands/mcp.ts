import type { CommandLine } from '../command-line.ts';

/** Adds `mcp`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('mcp')
    .description('answer an assistant over standard input and output (Model Context Protocol)')
    .addHelpText('after', NOTES)
    .action(run(async () => (await import('../mcp.ts')).mcpCommand(terminal)));
}

const NOTES = `
An assistant starts it by itself (docs/guides/assistants.md). It ends when its input does. Who can
start it can read the ledger: no key is asked for. Over HTTP, /mcp of the server answers.`;
