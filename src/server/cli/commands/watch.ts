import type { CommandLine } from '../command-line.ts';
import type { OutputOptions } from '../options.ts';
import type { AddWatchOptions, WatchChange } from '../watch.ts';

/**
 * Adds `watch add`, `list`, `pause`, `resume`, `remove`, `replay`, `dead-letters`, `test` and
 * `reseal`.
 */
export function register({ program, terminal, run }: CommandLine): void {
  const watch = program
    .command('watch')
    .description('have transactions sent as they come, by webhook or mail');
  watch
    .command('add')
    .description('make a watch; of a webhook print the secret of its signatures, once')
    .requiredOption('--name <name>', 'your own word for it')
    .option('--webhook <url>', 'POST each to this address, signed by Standard Webhooks')
    .option('--mail <address>', 'send mail to this address')
    .option('--digest <period>', 'mail what has come once an hour or day: hour, day')
    .option('--filter <parameters>', 'which, as "codes=P&minValue=100000"; all where left out', '')
    .option('--after <position>', 'what comes after it; from the head on where left out')
    .option('--key <key>', 'id or prefix of the API key whose it is; your own where left out')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: AddWatchOptions) =>
        (await import('../watch.ts')).addWatchCommand(terminal, options),
      ),
    );
  watch
    .command('list')
    .description('list every watch, and what it is at; no address of a webhook is shown')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('../watch.ts')).listWatchesCommand(terminal, options),
      ),
    );
  for (const [change, description] of CHANGES) {
    watch
      .command(change)
      .description(description)
      .argument('<watch>', 'its number')
      .option('--json', 'print one line of JSON')
      .action(
        run(async (which: string, options: OutputOptions) =>
          (await import('../watch.ts')).changeWatchCommand(terminal, which, {
            ...options,
            change,
          }),
        ),
      );
  }
  registerSending({ program: watch, terminal, run });
}

const CHANGES: readonly (readonly [WatchChange, string])[] = [
  ['pause', 'send nothing until it is resumed; what comes meanwhile is sent then'],
  ['resume', 'go on where it was paused'],
  ['remove', 'remove a watch with its dead letters'],
];

function registerSending({ program: watch, terminal, run }: CommandLine): void {
  watch
    .command('replay')
    .description('send again, under the same ids, what came after a position')
    .argument('<watch>', 'its number')
    .requiredOption('--after <position>', 'what comes after it')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (which: string, options: OutputOptions & { readonly after: string }) =>
        (await import('../watch.ts')).replayWatchCommand(terminal, which, options),
      ),
    );
  watch
    .command('dead-letters')
    .description('list what was given up after many attempts, and why')
    .argument('<watch>', 'its number')
    .option('--retry', 'have all of it sent once more')
    .option('--json', 'print a line of JSON each')
    .action(
      run(async (which: string, options: OutputOptions & { readonly retry?: boolean }) =>
        (await import('../watch.ts')).deadLettersCommand(terminal, which, options),
      ),
    );
  watch
    .command('test')
    .description('send a word to the address of a watch, and say whether it was taken')
    .argument('<watch>', 'its number')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (which: string, options: OutputOptions) =>
        (await import('../watch.ts')).testWatchCommand(terminal, which, options),
      ),
    );
  watch
    .command('reseal')
    .description('seal the addresses and secrets of all watches with the first key of WATCH_KEY')
    .option('--json', 'print one line of JSON')
    .action(
      run(async (options: OutputOptions) =>
        (await import('../watch.ts')).resealWatchesCommand(terminal, options),
      ),
    );
}
