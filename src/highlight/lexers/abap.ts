import type { LexerDefinition, Lexing } from '../lexer.ts';
import { list, wordsInAnyCase } from '../words.ts';
import { BUILTINS, KEYWORDS } from './abap-words.ts';

const CALLED = new Set(list(BUILTINS));
const DECLARED = new Set(['DATA', 'FIELD-SYMBOL']);
const NAMES = wordsInAnyCase(
  { k: KEYWORDS, kt: 'b c d decfloat16 decfloat34 f i int8 n p s t x clike csequence decfloat string xstring' },
  'n',
);

/** The name of a call: after an arrow, a method. */
function call(lexing: Lexing): void {
  const [, arrow, name = ''] = lexing.match!;
  if (arrow === undefined && DECLARED.has(name.toUpperCase())) lexing.groups('o', 'k', 'p');
  else if (arrow === undefined && CALLED.has(name.toLowerCase())) lexing.groups('o', 'nb', 'p');
  else lexing.groups('o', 'n', 'p');
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/".*/, 'c1'],
      [/^\*.*/, 'cm'],
      [/\d+/, 'mi'],
      [/['`]/, 's1', 'string'],
      [/[[\](){}.,:|]/, 'p'],
      [/(->|=>)?([A-Za-z][A-Za-z0-9_-]*)(\()/, call],
      [/\w+/, NAMES],
      [/->>?|=>/, 'o'],
      [/[-*+%/~=&?<>!#@^]+/, 'o'],
    ],
    string: [
      [/\\./, 'se'],
      [/''|``/, 'se'],
      [/['`]/, 's1', 'pop'],
      [/[^\\'`]+/, 's1'],
    ],
  }),
};
