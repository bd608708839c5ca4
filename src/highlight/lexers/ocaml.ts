import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';
import { ML_NUMBERS, ML_STATES, PRIMITIVES, WORD_OPERATORS } from './ocaml-states.ts';

const KEYWORDS = `
  as assert begin class constraint do done downto else end exception external false for fun function functor if in
  include inherit initializer lazy let module mutable new nonrec object of open rec sig struct then to true try type
  val virtual when while with
 match raise`;

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
      [/[a-zA-Z_][\w']*/, words({ k: KEYWORDS, ow: WORD_OPERATORS, kt: PRIMITIVES }, 'n')],
      [/[(){}[\];]+/, 'p'],
      [/[;,_!$%&*+./:<=>?@^|~#-]+/, 'o'],
      ...ML_NUMBERS,
      [/[~?][a-zA-Z_][\w']*/, 'nv'],
    ],
    dotted: [
      [/\s+/, ''],
      [/[.]/, 'p'],
      [/[A-Z][\w']*(?=\s*[.])/, 'nn'],
      [/[A-Z][\w']*/, 'nc', 'pop'],
      [/[a-zA-Z_][\w']*/, 'n', 'pop'],
      [/[({[]/, 'p', 'pop'],
    ],
  }),
};
