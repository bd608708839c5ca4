import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { leadingTo, words } from '../words.ts';
import { slashRegexp } from './slash-regexp-states.ts';

const KEYWORDS = `
  for in while do break return continue switch case default if else throw try catch finally new delete typeof is
  this with
`;
const DECLARATIONS = 'var with function';
const RESERVED = `
  dynamic final internal native public protected private class const override static package interface extends
  implements namespace set get import include super flash_proxy object_proxy trace
`;
const CONSTANTS = 'true false null NaN Infinity undefined';
const BUILTINS = `
  void Function Math Class Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite
  isNaN parseFloat parseInt this
`;
const NAME = '[$a-zA-Z_][a-zA-Z0-9_]*';

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
    ],
    operand: ['space', [/\//, 'sr', 'goto regexp'], [/\{/, 'p', 'object'], [/(?:)/, '', 'pop']],
    ...slashRegexp([/[gim]+/, 'sr', 'pop']),
    root: [
      [/\s*#!.*\n/, 'cp', 'statement'],
      [/\n/, '', 'statement'],
      'space',
      [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'operand'],
      [/[:-<>+*%&|^/!=]=?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/[)\].]/, 'p'],
      [/\?/, 'p', 'ternary operand'],
      [/[{}]/, 'p', 'statement'],
      [
        rx`${NAME}`,
        words(
          { k: KEYWORDS, kd: DECLARATIONS, kr: RESERVED, kc: CONSTANTS, nb: BUILTINS },
          'nx',
          leadingTo('operand', `${KEYWORDS} ${DECLARATIONS}`),
        ),
      ],
      [/-?[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/-?[0-9]+/, 'mi'],
      [rx`${escapableString('"')}`, 's2'],
      [rx`${escapableString("'")}`, 's1'],
    ],
    statement: [[rx`(${NAME})(\s*)(:)`, ['nl', '', 'p']], [/[{}]/, 'p'], 'operand'],
    object: [
      'space',
      [/\}/, 'p', 'goto statement'],
      [rx`(${NAME})(\s*)(:)`, ['na', '', 'p'], 'operand'],
      [/:/, 'p'],
      'root',
    ],
    ternary: [[/:/, 'p', 'goto operand'], 'root'],
  }),
};
