import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';
import { ML_DOTTED, ML_KEYWORDS, ML_NUMBERS, ML_STATES, PRIMITIVES, WORD_OPERATORS } from './ocaml-states.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    ...ML_STATES,
    root: [
      [/\s+/, ''],
      [/false|true|[(][)]|\[\]/, 'bp'],
      [/[A-Z][\w']*(?=\s*[.])/, 'nn', 'dotted'],
      [/`[a-zA-Z_][\w']*/, 'nt'],
      [/[A-Z][\w']*/, 'nc'],
      [/[(][*](?![)])/, 'c', 'comment'],
      [/[a-zA-Z_][\w']*/, words({ k: `${ML_KEYWORDS} match raise`, ow: WORD_OPERATORS, kt: PRIMITIVES }, 'n')],
      [/[(){}[\];]+/, 'p'],
      [/[;,_!$%&*+./:<=>?@^|~#-]+/, 'o'],
      ...ML_NUMBERS,
      [/[~?][a-zA-Z_][\w']*/, 'nv'],
    ],
    dotted: ML_DOTTED,
  }),
};
