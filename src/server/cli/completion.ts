import type { Command } from 'commander';
import { Anomaly } from '../../values/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/**
 * `insider-ledger completion SHELL`: a script for the shell, written from the commands that there
 * are.
 */
export async function completionCommand(
  terminal: Terminal,
  program: Command,
  shell: string,
): Promise<ExitStatus> {
  const script = SHELLS[shell];
  if (script === undefined) {
    throw new Anomaly(
      'Incorrect',
      `completion: ${JSON.stringify(shell)} is not one of ${Object.keys(SHELLS).join(', ')}.`,
    );
  }
  terminal.print(script(program.name(), placesOf(program)));
  return 0;
}

/** A place in the command line, as "key create", and what may be written there. */
interface Place {
  readonly path: string;
  readonly description: string;
  readonly commands: readonly string[];
  readonly options: readonly { readonly flag: string; readonly description: string }[];
}

function placesOf(command: Command, path = ''): Place[] {
  const options = [...command.options, ...(path === '' ? [] : (command.parent?.options ?? []))];
  const flags = options.flatMap(({ long, description }) =>
    long == null ? [] : [{ flag: long, description }],
  );
  const place = {
    path,
    description: command.description(),
    commands: command.commands.map((each) => each.name()),
    options: [...flags, { flag: '--help', description: 'display help' }],
  };
  const below = command.commands.flatMap((each) => placesOf(each, `${path} ${each.name()}`.trim()));
  return [place, ...below];
}

const SHELLS: Readonly<Record<string, (name: string, places: readonly Place[]) => string>> = {
  bash,
  zsh: (name, places) =>
    `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bash(name, places)}`,
  fish,
};

/** What is no option and no command is a file. */
function bash(name: string, places: readonly Place[]): string {
  const cases = places.map(({ path, commands, options }) => {
    const words = [...commands, ...options.map(({ flag }) => flag)].join(' ');
    return `    ${JSON.stringify(path)}) words=${JSON.stringify(words)} ;;`;
  });
  const paths = places.flatMap(({ path }) => (path === '' ? [] : [JSON.stringify(path)]));
  const complete = `_${name.replaceAll('-', '_')}`;
  return `${complete}() {
  local at="" next word words i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    next="\${at:+$at }$word"
    case "$next" in
      ${paths.join('|')}) at="$next" ;;
    esac
  done
  case "$at" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F ${complete} ${name}`;
}

function fish(name: string, places: readonly Place[]): string {
  const described = new Map(places.map(({ path, description }) => [path, description]));
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = places.flatMap(({ path, commands, options }) => {
    const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
    const none =
      commands.length === 0 ? [] : [`not __fish_seen_subcommand_from ${commands.join(' ')}`];
    const where = quoted([...(path === '' ? [] : seen), ...none].join('; and ') || 'true');
    return [
      ...commands.map((command) => {
        const about = described.get(`${path} ${command}`.trim()) ?? '';
        return `complete -c ${name} -n ${where} -a ${command} -d ${quoted(about)}`;
      }),
      ...options.map(
        ({ flag, description }) =>
          `complete -c ${name} -n ${where} -l ${flag.slice(2)} -d ${quoted(description)}`,
      ),
    ];
  });
  return lines.join('\n');
}
