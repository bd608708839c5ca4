/** What OCaml and F# share. */
import type { Rule, States } from '../lexer.ts';

export const WORD_OPERATORS = 'and asr land lor lsl lxor mod or';
export const PRIMITIVES = 'unit int float bool string char list array';

export const ML_NUMBERS: readonly Rule[] = [
  [/-?\d[\d_]*(?:.[\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
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
