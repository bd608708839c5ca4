import type { LexerDefinition, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { wordsInAnyCase } from '../words.ts';
import { KEYWORDS } from './datastudio-words.ts';

const NAME = '@?[_a-zA-Z]\\w*';
/** `%name%`, with at least one character in between. */
const VARIABLE = '%(?:\\\\.|.)(?:\\\\.|[^%\\\\\\n])*%|%.[^\\n]*%';

function quoted(quote: string, token: Token): Rule[] {
  return [
    [rx`${VARIABLE}`, 'se'],
    [rx`\\${quote}`, token],
    [rx`${quote}`, token, 'pop'],
    [/[\s\S]/, token],
  ];
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
      [rx`^:${NAME}`, 'nl'],
      [rx`@${NAME}(?:\.${NAME})?`, 'ni'],
      [rx`${VARIABLE}`, 'nv'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [/\d(?:\.\d*)?/, 'm'],
      [rx`${NAME}(?=\s*[(])`, 'nf'],
      [rx`${NAME}`, wordsInAnyCase({ k: KEYWORDS }, 'n')],
    ],
    'double-quotes': quoted('"', 's2'),
    'single-quotes': quoted("'", 's1'),
  }),
};
