import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  for by while until loop break continue return switch when then if else do yield throw try catch finally await new
  delete typeof instanceof super extends this class import export debugger
`;
const CONSTANTS = 'true false yes no on off null NaN Infinity undefined';
const BUILTINS = `
  Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI
  decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window
`;
const NAME = '[$a-zA-Z_][a-zA-Z0-9_]*';
const NAMES = words({ k: KEYWORDS, no: CONSTANTS, nb: BUILTINS }, 'nx');

export const lexer: LexerDefinition = {
  states: () => ({
    comments: [
      [/###[^#][\s\S]*?###/, 'cm'],
      [/#.*/, 'c1'],
    ],
    space: [[/\s+/, '']],
    'multiline-regexp': [
      [/\/\/\/(?:[gimy]+\b|\B)/, 'sr', 'pop'],
      [/^#(?!\{).*/, 'c1'],
      [/(\s+)(#(?!\{).*)/, ['', 'c1']],
      'interpolated',
      'comments',
      'space',
      'escapes',
      [/\\\D/, 'se'],
      [/\\\d+/, 'nv'],
      [/[\s\S]/, 'sr'],
    ],
    operand: [
      'comments',
      'space',
      [/\/\/\//, 'sr', 'goto multiline-regexp'],
      [/\/(?:\\.|[^[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+\/(?:[gimy]+\b|\B)/, 'sr', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    root: [
      [/^(?=\s|\/|<!--)/, '', 'operand'],
      'comments',
      'space',
      [
        /\+\+|--|~|&&|(?:and|or|is|isnt|not|in|of)\b|\?|:|=|\|\||\\(?=\n)|(?:<<|>>>?|==?|!=?|[-<>+*`%&|^/])=?/,
        'o',
        'operand',
      ],
      [/[-=]>/, 'nf'],
      [rx`(@)([ \t]*)(${NAME})`, ['vi', '', 'na'], 'operand'],
      [rx`([.])([ \t]*)(${NAME})`, ['p', '', 'na'], 'operand'],
      [rx`${NAME}(?=\s*:)`, 'na', 'operand'],
      [rx`${NAME}`, NAMES, 'operand'],
      [/[{([;,]/, 'p', 'operand'],
      [/[})\].]/, 'p'],
      [/\d+[.]\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/\d+/, 'mi'],
      [/"""/, 's', 'three-double-quotes'],
      [/'''/, 's', 'three-single-quotes'],
      [/"/, 's', 'double-quotes'],
      [/'/, 's', 'single-quotes'],
    ],
    escapes: [[/\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})/, 'se']],
    strings: [[/[^#\\'"]+/, 's'], 'escapes', [/\\./, 'se'], [/#/, 's']],
    'in-double-quotes': [[/'/, 's'], 'interpolated', 'strings'],
    'in-single-quotes': [[/"/, 's'], 'strings'],
    interpolation: [[/\}/, 'si', 'pop'], 'root'],
    interpolated: [[/#\{/, 'si', 'interpolation']],
    'double-quotes': [[/"/, 's', 'pop'], 'in-double-quotes'],
    'three-double-quotes': [[/"""/, 's', 'pop'], [/"/, 's'], 'in-double-quotes'],
    'single-quotes': [[/'/, 's', 'pop'], 'in-single-quotes'],
    'three-single-quotes': [[/'''/, 's', 'pop'], [/'/, 's'], 'in-single-quotes'],
  }),
};
