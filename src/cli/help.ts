// `help`, generated from the tables of commands, options and environment variables.

import { DEBUG_TOPICS } from '../diagnostics/debug.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { COMMANDS } from './commands.ts';
import type { Context } from './context.ts';
import { type CommandName, OPTION_TABLE, type Option } from './options.ts';

const ENVIRONMENT = [
  ['BUILD_SITE_CACHE', 'The folder for themes and records, as --cache'],
  ['BUILD_SITE_DEBUG', `Explain decisions about: ${Object.keys(DEBUG_TOPICS).join(',')}; * for all`],
  ['BUILD_SITE_DOWNLOAD_TIME', 'How many seconds a download may take (default: 600)'],
  ['GEM_PATH, GEM_HOME', 'Where gems are installed, for themes'],
  ['JEKYLL_ENV', 'The environment that templates see as jekyll.environment (default: development)'],
  ['NO_COLOR, FORCE_COLOR', 'Switch colours off, or on'],
  ['PAGES_REPO_NWO', "The repository, owner/name, from which the site's address follows"],
  ['SOURCE_DATE_EPOCH', 'The time of the build, in seconds since 1970'],
] as const;

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
    '',
    'Environment variables:',
    ...columns(ENVIRONMENT),
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
  const without = (act: 'warn' | 'refuse', title: string): string[] => {
    const names = all.filter(([, { missing }]) => missing?.act === act).map(([name]) => `--${name}`);
    return names.length === 0 ? [] : ['', `${title}: ${names.join(', ')}`];
  };
  return [
    ...columns(all.filter(([, { missing }]) => missing === undefined).map(row)),
    ...without('warn', 'Options of Jekyll that are accepted, with a warning, and have no effect'),
    ...without('refuse', 'Options of Jekyll that are refused'),
  ];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
