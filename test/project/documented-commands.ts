import { textOf, trackedFiles } from '../house/files.ts';

/** The commands of one page, in order, as they are written. */
export interface Page {
  readonly path: string;
  readonly commands: readonly string[];
}

/** The pages whose commands somebody is to type. */
export function documentedCommands(): Page[] {
  return trackedFiles('README.md', 'CONTRIBUTING.md', 'examples/README.md', 'docs')
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({
      path,
      commands: [...textOf(path).matchAll(/^```sh\n([\s\S]+?)^```$/gm)].flatMap(([, block = '']) =>
        commandsOf(block),
      ),
    }))
    .filter(({ commands }) => commands.length > 0);
}

/** A command ends with its line, unless the line ends in a backslash or within quotes. */
function commandsOf(block: string): string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of block.trimEnd().split('\n')) {
    open += open === '' ? line : `\n${line}`;
    const quotes = open.replace(/(?:^| )#.*$/gm, '').match(/'/g)?.length ?? 0;
    if (quotes % 2 === 1 || line.endsWith('\\')) continue;
    commands.push(open);
    open = '';
  }
  return commands;
}
