import type { LexerDefinition, Lexing } from '../lexer.ts';
import type { Token } from '../tokens.ts';
import { list } from '../words.ts';
import { APACHE_WORDS } from './apache-words.ts';

const KNOWN = new Set(list(APACHE_WORDS));
const known = (word: string, token: Token): Token => (KNOWN.has(word.toLowerCase()) ? token : '');

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/#.*/, 'c'],
      [/\s+/, ''],
    ],
    root: [
      'space',
      [/(<\/?)(\w+)/, (lexing: Lexing) => lexing.groups('p', known(lexing.match![2]!, 'nl')), 'section'],
      [/\w+/, (lexing: Lexing) => lexing.token(known(lexing.text, 'nc')), 'directive'],
    ],
    section: [[/([^>]+)?(>(?:\r\n?|\n)?)/, ['sr', 'p'], 'pop'], 'space'],
    directive: [[/\r\n?|\n/, '', 'pop'], 'space', [/\S+/, (lexing: Lexing) => lexing.token(known(lexing.text, 'ss'))]],
  }),
};
