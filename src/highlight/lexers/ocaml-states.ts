/** States shared by OCaml, F#, Reason and ReScript. */
import type { Rule, States } from '../lexer.ts';

export const ML_KEYWORDS = `
  as assert begin class constraint do done downto else end exception external false for fun function functor if in
  include inherit initializer lazy let module mutable new nonrec object of open rec sig struct then to true try type
  val virtual when while with
`;
export const WORD_OPERATORS = 'and asr land lor lsl lxor mod or';
export const PRIMITIVES = 'unit int float bool string char list array';

export const ML_NUMBERS: readonly Rule[] = [
  [/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
  [/0x[0-9a-f][0-9a-f_]*/i, 'mh'],
  [/0o[0-7][0-7_]*/i, 'mo'],
  [/0b[01][01_]*/i, 'mb'],
  [/\d[\d_]*/, 'mi'],
  [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
  [/'[.]'/, 'sc'],
  [/'/, 'k'],
  [/"/, 's2', 'string'],
];

export const ML_STATES: States = {
  comment: [
    [/[^(*)]+/, 'c'],
    [/[(][*]/, 'c', 'push'],
    [/[*][)]/, 'c', 'pop'],
    [/[(*)]/, 'c'],
  ],
  string: [
    [/[^\\"]+/, 's2'],
    [/\\[\\"'ntbr]/, 'se'],
    [/\\\d{3}/, 'se'],
    [/\\x[0-9a-fA-F]{2}/, 'se'],
    [/\\\n/, 's2'],
    [/"/, 's2', 'pop'],
  ],
};

export const ML_DOTTED: readonly Rule[] = [
  [/\s+/, ''],
  [/[.]/, 'p'],
  [/[A-Z][\w']*(?=\s*[.])/, 'nn'],
  [/[A-Z][\w']*/, 'nc', 'pop'],
  [/[a-zA-Z_][\w']*/, 'n', 'pop'],
  [/[({[]/, 'p', 'pop'],
];
