// `help`, generated from the tables of commands and options.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { COMMANDS } from './commands.ts';
import type { Context } from './context.ts';
import { type CommandName, OPTION_TABLE, type Option } from './options.ts';

export async function runHelp(context: Context, words: readonly string[]): Promise<number> {
  const [word] = words;
  if (word === undefined) {
    context.console.print(overview());
    return 0;
  }
  const found = Object.entries(COMMANDS).find(([name, { aliases }]) => name === word || aliases.includes(word));
  if (found === undefined) {
    throw new BuildError({
      code: 'command-line',
      message: `Unknown command '${word}'.`,
      hint: 'See: build-site help',
    });
  }
  context.console.print(helpOf(found[0] as CommandName));
  return 0;
}

/** The commands and the options of `build`. */
export function overview(): string {
  const rows = Object.entries(COMMANDS).map(
    ([name, { aliases, help }]) => [[name, ...aliases].join(', '), help] as const,
  );
  return [
    'build-site: builds Jekyll sites without Ruby.',
    '',
    'Usage: build-site [command] [options]',
    '',
    'Commands:',
    ...columns(rows),
    '',
    'Options of build (for another command: build-site help COMMAND):',
    ...optionsOf('build'),
  ].join('\n');
}

export function helpOf(command: CommandName): string {
  return [`build-site ${command}: ${COMMANDS[command].help}`, '', 'Options:', ...optionsOf(command)].join('\n');
}

function optionsOf(command: CommandName): string[] {
  const all = Object.entries(OPTION_TABLE).filter(([, { commands }]) => commands.includes(command));
  const row = ([name, { short, value, help }]: [string, Option]) =>
    [
      `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
      help,
    ] as const;
  const absent = all.filter(([, { missing }]) => missing !== undefined).map(([name]) => `--${name}`);
  const lines = columns(all.filter(([, { missing }]) => missing === undefined).map(row));
  return absent.length === 0 ? lines : [...lines, '', `Options of Jekyll that are not supported: ${absent.join(', ')}`];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
