import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { list } from '../words.ts';
import { slashRegexp } from './slash-regexp-states.ts';

const KEYWORDS = new Set(
  list(`
  if else while for do break continue return next nextfile delete exit print printf getline
`),
);
const CONSTANTS = new Set(
  list(`
  CONVFMT FS NF NR FNR FILENAME RS OFS ORS OFMT SUBSEP ARGC ARGV ENVIRON
`),
);
const BUILTINS = new Set(
  list(`
  exp log sqrt sin cos atan2 length rand srand int substr index match split sub gsub sprintf system tolower toupper
`),
);

function name(lexing: Lexing): void {
  const { text } = lexing;
  if (KEYWORDS.has(text) || text === 'function') {
    lexing.token(text === 'function' && !KEYWORDS.has(text) ? 'kd' : 'k');
    lexing.push('operand');
  } else if (text === 'BEGIN' || text === 'END') lexing.token('kr');
  else if (CONSTANTS.has(text)) lexing.token('kc');
  else if (BUILTINS.has(text)) lexing.token('nb');
  else lexing.token(text.startsWith('$') ? 'nv' : 'nx');
}

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
    ],
    operand: ['space', [/\//, 'sr', 'goto regexp'], [/(?:)/, '', 'pop']],
    ...slashRegexp(),
    root: [
      'space',
      [/[-<>+*/%^!=]=?|in\b|\+\+|--|\|/, 'o', 'operand'],
      [/&&|\|\||~!?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/;/, 'p', 'statement'],
      [/[)\].]/, 'p'],
      [/\?/, 'p', 'ternary operand'],
      [/[{}]/, 'p', 'statement'],
      [/[$a-zA-Z_][a-zA-Z0-9_]*/, name],
      [/[0-9]+\.[0-9]+/, 'mf'],
      [/[0-9]+/, 'mi'],
      [rx`${escapableString('"')}`, 's2'],
      [/:/, 'p'],
    ],
    statement: [[/[{}]/, 'p'], 'operand'],
    ternary: [[/:/, 'p', 'goto operand'], 'root'],
  }),
};
