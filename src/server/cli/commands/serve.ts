import type { CommandLine } from '../command-line.ts';

/** Adds `serve`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('serve')
    .description('serve GraphQL, with GraphiQL in the browser (PORT, HOST)')
    .action(run(async () => (await import('../serve.ts')).serveCommand(terminal)));
}
