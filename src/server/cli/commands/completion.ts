import type { CommandLine } from '../command-line.ts';

/** Adds `completion`. */
export function register({ program, terminal, run }: CommandLine): void {
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText('after', EXAMPLES)
    .action(
      run(async (shell: string) =>
        (await import('../completion.ts')).completionCommand(terminal, program, shell),
      ),
    );
}

const EXAMPLES = `
To have it in every shell, add to its configuration:
  bash  source <(insider-ledger completion bash)
  zsh   source <(insider-ledger completion zsh)
  fish  insider-ledger completion fish | source`;
