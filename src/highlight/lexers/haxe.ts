import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { leadingTo, words } from '../words.ts';
import { slashRegexp } from './slash-regexp-states.ts';

const NAME = '[$a-zA-Z_][a-zA-Z0-9_]*';
const DOTTED = '[$a-zA-Z_][a-zA-Z0-9_.]*';
const KEYWORDS = `
  break case cast catch class continue default do else enum false for function if import interface macro new null
  override package private public return switch this throw true try untyped while
`;
const DECLARATIONS = 'abstract dynamic extern extends from implements inline static to typedef var';
const RESERVED = 'super trace inline build autoBuild enum';
const BUILTINS = `
  Void Dynamic Math Class Any Float Int UInt String StringTools Sys EReg isNaN parseFloat parseInt this Array Map
  Date DateTools Bool Lambda Reflect Std File FileSystem
`;

function names(later: boolean) {
  const rest = { kd: DECLARATIONS, kr: RESERVED, kc: 'true false null', nb: BUILTINS };
  const operand = leadingTo('operand', DECLARATIONS);
  if (!later) {
    const next = { using: 'namespace', ...operand, ...leadingTo('operand', KEYWORDS) };
    return words({ k: `${KEYWORDS} using`, ...rest }, 'nx', next);
  }
  const keywords = `${KEYWORDS} as in`;
  const imports = 'package import using';
  const next = { ...operand, ...leadingTo('operand', keywords), ...leadingTo('namespace', imports) };
  return words({ kn: imports, k: keywords, ...rest }, 'nx', next);
}

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
    ],
    operand: [
      'space',
      [/#(?:if|elseif|else|end).*/, 'cp'],
      [/~/, 'sr', 'goto regexp'],
      [/\{/, 'p', 'object'],
      [/(?:)/, '', 'pop'],
    ],
    namespace: [
      'space',
      [rx`(${DOTTED})(\s+)(in|as)(\s+)(${NAME})`, ['nn', 'w', 'k', 'w', 'n']],
      [rx`${DOTTED}`, 'nn'],
      [/(?:)/, '', 'pop'],
    ],
    ...slashRegexp([/[gim]+/, 'sr', 'pop']),
    root: [
      [/\n/, '', 'statement'],
      [/\{/, 'p', 'operand'],
      'space',
      [/@/, 'nd', 'metadata'],
      [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=/, 'o', 'operand'],
      [/[-:<>+*%&|^/!=]=?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/;/, 'p', 'statement'],
      [/[)\]}.]/, 'p'],
      [/\?/, 'p', 'ternary operand'],
      [rx`${NAME}`, names(rouge.later)],
      [/-?\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/-?[0-9]+/, 'mi'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
    ],
    statement: [[rx`(${NAME})(\s*)(:)`, ['nl', '', 'p']], 'operand'],
    object: [
      'space',
      [/\}/, 'p', 'goto statement'],
      [rx`(${NAME})(\s*)(:)`, ['na', '', 'p'], 'operand'],
      [/:/, 'p'],
      'root',
    ],
    metadata: [
      [
        rx`(${NAME})(\()?`,
        (lexing: Lexing) => {
          lexing.groups('nd', 'p');
          if (lexing.match![2] === undefined) lexing.pop();
        },
      ],
      [rx`:${NAME}(?:\.${NAME})*`, 'nd', 'pop'],
      [/\)/, 'nd', 'pop'],
      'root',
    ],
    ternary: [[/:/, 'p', 'goto operand'], 'root'],
    'double-quotes': ['escapes', [/"/, 's2', 'pop'], [/[^\\"]+/, 's2']],
    'single-quotes': [
      'escapes',
      [/'/, 's1', 'pop'],
      [/\$\$/, 's1'],
      [rx`\$${NAME}`, 'si'],
      [/\$\{/, 'si', 'interpolation'],
      [/[^\\$']+/, 's1'],
    ],
    escapes: [[/\\(?:[\\tnr'"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\})/, 'se']],
    interpolation: [[/\}/, 'si', 'pop'], 'root'],
  }),
};
