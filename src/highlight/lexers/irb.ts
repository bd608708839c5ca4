import type { LexerDefinition } from '../lexer.ts';
import { readSession, type Session } from './console.ts';

const EARLIER = /^[^\n]*?(?:irb|pry)[^\n]*?[>"*]/;
const LATER = /^[^\n]*?(?:(?:irb|pry)[^\n]*?[>"*]|[>"*]>)/;

/** Sessions of irb and pry. */
export const lexer: LexerDefinition<Session> = {
  delegates: ['ruby', 'irb_output'],
  start: (_, { rouge }) => ({
    prompt: rouge.later ? LATER : EARLIER,
    error: null,
    shell: 'ruby',
    output: 'irb_output',
    commands: null,
    answers: null,
  }),
  states: () => ({ root: [[/[^\n]*\n|[^\n]+/, readSession]] }),
};
