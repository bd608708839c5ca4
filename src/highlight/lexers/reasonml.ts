import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';
import { ML_DOTTED, ML_KEYWORDS, ML_STATES, PRIMITIVES, WORD_OPERATORS } from './ocaml-states.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    string: ML_STATES.string!,
    dotted: ML_DOTTED,
    root: [
      [/\s+/, ''],
      [/false|true|[(][)]|\[\]/, 'bp'],
      [/[A-Z][\w']*(?=\s*[.])/, 'nn', 'dotted'],
      [/`[a-zA-Z_][\w']*/, 'nt'],
      [/[A-Z][\w']*/, 'nc'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[a-zA-Z_][\w']*/, words({ k: `${ML_KEYWORDS} switch`, ow: WORD_OPERATORS, kt: PRIMITIVES }, 'n')],
      [/[(){}[\];]+/, 'p'],
      [/[;,_!$%&*+./:<=>?@^|~#-]+/, 'o'],
      [/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
      [/0x[0-9a-f][0-9a-f_]*/i, 'mh'],
      [/0o[0-7][0-7_]*/i, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/\d[\d_]*/, 'mi'],
      [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
      [/'[^'/]'/, 'sc'],
      [/'/, 'k'],
      [/"/, 's2', 'string'],
      [/[~?][a-zA-Z_][\w']*/, 'nv'],
    ],
    comment: [
      [/[^/*]+/, 'cm'],
      [/\/\*/, 'cm', 'push'],
      [/\*\//, 'cm', 'pop'],
      [/[*/]/, 'cm'],
    ],
  }),
};
