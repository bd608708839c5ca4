import { lstrip } from '../../text/strip.ts';
import type { LexerDefinition, LexerOptions, Lexing } from '../lexer.ts';

/** A terminal session: prompts with shell commands, and their output. */
export interface Session {
  readonly prompt: RegExp;
  readonly error: RegExp | null;
  readonly shell: string;
  readonly output: string;
  /** The lexer of the commands since the last output, and that of the output since the last command. */
  commands: Lexing | null;
  answers: Lexing | null;
}

// Ruby's white space: ASCII only.
const SPACE = /^[ \t\n\v\f\r]*/;
const ELISION = /^[ \t\n\v\f\r]*(?:<\.+>|\.+)[ \t\n\v\f\r]*$/;

function listed(option: string | true | undefined): string[] {
  return typeof option === 'string' ? option.split(',').filter((item) => item !== '') : [];
}

function alternatives(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
}

function isOn(option: string | true): boolean {
  return !['0', 'false', 'off'].includes(option === true ? '' : option);
}

function start(options: LexerOptions): Session {
  const given = listed(options.prompt);
  const comments = options.comments === undefined ? given.length > 0 && !given.includes('#') : isOn(options.comments);
  const ends = given.length > 0 ? given : comments ? ['$', '>', ';'] : ['$', '#', '>', ';'];
  const errors = listed(options.error);
  return {
    prompt: new RegExp(`^${comments ? '[^<#]*?' : '[^\\n]*?'}(?:${alternatives(ends)})`),
    error: errors.length > 0 ? new RegExp(`^(?:${alternatives(errors)})`) : null,
    shell: typeof options.lang === 'string' ? options.lang : 'shell',
    output: typeof options.output === 'string' ? options.output : 'plaintext?token=Generic.Output',
    commands: null,
    answers: null,
  };
}

/** Reads one line of a session: a prompt with a command, a comment, or output. */
export function readSession(lexing: Lexing<Session>): void {
  const { memory, text } = lexing;
  const prompt = memory.prompt.exec(text)?.[0];
  if (ELISION.test(text)) {
    memory.answers = memory.commands = null;
    lexing.token('c');
  } else if (prompt !== undefined) {
    memory.answers = null;
    lexing.token('gp', prompt);
    const rest = text.slice(prompt.length);
    const space = SPACE.exec(rest)![0];
    lexing.token('w', space);
    memory.commands ??= lexing.open(memory.shell);
    lexing.delegate(memory.commands!, rest.slice(space.length));
  } else if (lstrip(text).startsWith('#')) {
    memory.answers = memory.commands = null;
    lexing.token('c');
  } else if (memory.error?.test(text)) {
    memory.answers = memory.commands = null;
    lexing.token('gr');
  } else {
    memory.commands = null;
    memory.answers ??= lexing.open(memory.output);
    lexing.delegate(memory.answers!);
  }
}

export const lexer: LexerDefinition<Session> = {
  delegates: ['shell', 'plaintext'],
  start,
  states: () => ({ root: [[/[^\n]*\n|[^\n]+/, readSession]] }),
};
