import type { LexerDefinition, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { wordsInAnyCase } from '../words.ts';
import { KEYWORDS } from './cobol-words.ts';

const NAMES = wordsInAnyCase(
  {
    kd: 'IDENTIFICATION ENVIRONMENT DATA PROCEDURE DIVISION',
    kn: 'CONFIGURATION INPUT-OUTPUT FILE WORKING-STORAGE LOCAL-STORAGE LINKAGE SECTION',
    k: KEYWORDS,
  },
  'n',
);

function quoted(quote: string, token: Token): Rule[] {
  return [
    [rx`[^${quote}\\\n]+`, 's'],
    [/\\./, 'se'],
    [rx`${quote}`, token, 'pop'],
    [/\n/, 'err'],
  ];
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/^(?: {6}\*|Debug \*).*/, 'cs'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [/\p{Alphabetic}[\p{Alphabetic}\p{Nd}-]*(?![\w-])/u, NAMES],
      [/[-+]?\d+(?:\.\d+)?\b/, 'm'],
      [/[.,;:()]/, 'p'],
      [/\*>.*/, 'c1'],
      [/[+\-*/><=]/, 'o'],
      [/\s/, 'w'],
      [/.+/, ''],
    ],
    'double-quotes': quoted('"', 's2'),
    'single-quotes': quoted("'", 's1'),
  }),
};
