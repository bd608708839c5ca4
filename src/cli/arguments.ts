// Parses a command line into a command and its flags.

import { parseArgs } from 'node:util';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { closest } from '../text/closest.ts';
import { ABSENT, COMMANDS } from './commands.ts';
import { type CommandName, type Flags, OPTION_TABLE, OPTIONS, type Option, type OptionName } from './options.ts';

export interface Arguments {
  readonly command: CommandName;
  readonly flags: Flags;
  /** The words after the command. */
  readonly words: readonly string[];
  /** Options that were given but are unsupported and can be ignored. */
  readonly missing: readonly OptionName[];
}

const NAMES = Object.keys(OPTIONS) as OptionName[];

/** @throws BuildError if an option or a command is unknown, or a value is missing or wrong */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseStrictly(args.map(canonical));
  const [first, ...words] = positionals;
  const command = first === undefined ? (values.help === true ? 'help' : 'build') : commandOf(first);
  if (command !== 'help' && words.length > 0) {
    throw refusal(`Unexpected '${words[0]}' after '${command}'.`, 'To choose a folder: build-site -s FOLDER');
  }
  const flags: Record<string, unknown> = {};
  const missing: OptionName[] = [];
  for (const name of NAMES) {
    const given = values[name];
    if (given === undefined) continue;
    const option = OPTION_TABLE[name]!;
    flags[name] = valueFrom(name, option, given);
    if (flags[name] === false) continue;
    // Jekyll's clean accepts the options of build.
    if (!option.commands.includes(command) && !(command === 'clean' && option.commands.includes('build'))) {
      throw refusal(`'${command}' has no option --${name}.`, `See: build-site help ${command}`);
    }
    if (option.missing?.act === 'refuse') throw refusal(`--${name} is not supported.`, option.missing.why);
    if (option.missing !== undefined) missing.push(name);
  }
  return { command, flags: flags as Flags, words, missing };
}

type Given = string | boolean | (string | boolean)[];

function parseStrictly(args: readonly string[]): { values: Record<string, Given | undefined>; positionals: string[] } {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string; multiple: boolean }> = {};
  for (const [name, { type, short }] of Object.entries(OPTION_TABLE)) {
    options[name] = { type: type === 'flag' ? 'boolean' : 'string', multiple: type === 'list' };
    if (short !== undefined) options[name].short = short;
    if (type === 'flag') options[`no-${name}`] = { type: 'boolean', multiple: false };
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    for (const name of NAMES) if (values[`no-${name}`] === true) values[name] = false;
    return { values: values as Record<string, Given>, positionals };
  } catch (error) {
    throw explained(error);
  }
}

/** Replaces node:util's messages with ones that name the option as it was typed. */
function explained(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (!code?.startsWith('ERR_PARSE_ARGS')) return error;
  const name = message?.match(/'(?:-\w, )?(-[^\s'=]+)/)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = closest(name.replace(/^-+/, ''), NAMES);
    return refusal(`Unknown option ${name}.`, near === null ? 'See: build-site help' : `Did you mean --${near}?`);
  }
  const option = OPTION_TABLE[name.replace(/^-+/, '')];
  const takes =
    option === undefined || option.type === 'flag' ? 'takes no value' : `needs a value: ${name}=${option.value}`;
  return refusal(`${name} ${takes}.`, 'See: build-site help');
}

/** Long options as in Ruby's OptionParser: any unambiguous prefix works, and '-' and '_' are the same. */
function canonical(arg: string): string {
  const match = /^--(no-)?([a-z][\w-]*)(=.*)?$/s.exec(arg);
  if (match === null) return arg;
  const [, no = '', written, value = ''] = match as unknown as [string, string?, string?, string?];
  const same = (text: string): string => text.replaceAll('_', '-');
  const begin = NAMES.filter((name) => same(name).startsWith(same(written!)));
  const exact = begin.filter((name) => same(name) === same(written!));
  const [name] = exact.length > 0 ? exact : begin.length === 1 ? begin : [];
  return name === undefined ? arg : `--${no}${name}${value}`;
}

function valueFrom(name: string, option: Option, given: Given): boolean | string | string[] | number {
  if (typeof given === 'boolean') return given;
  if (Array.isArray(given)) return given.flatMap((item) => String(item).split(',')).filter((item) => item !== '');
  if (option.type !== 'count') return given;
  if (!/^\d{1,9}$/.test(given)) throw refusal(`--${name} needs a whole number, not '${given}'.`);
  return Number(given);
}

function commandOf(word: string): CommandName {
  for (const [name, { aliases }] of Object.entries(COMMANDS)) {
    if (name === word || aliases.includes(word)) return name as CommandName;
  }
  const instead = ABSENT[word];
  if (instead !== undefined) throw refusal(`Jekyll's command '${word}' is not supported.`, instead);
  const near = closest(word, Object.keys(COMMANDS));
  throw refusal(`Unknown command '${word}'.`, near === null ? 'See: build-site help' : `Did you mean '${near}'?`);
}

const refusal = (message: string, hint?: string): BuildError => new BuildError({ code: 'command-line', message, hint });
