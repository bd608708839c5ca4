import type { LexerDefinition, Lexing } from '../lexer.ts';
import { words } from '../words.ts';
import { MATLAB_BUILTINS } from './matlab-words.ts';

const KEYWORDS = `
  arguments break case catch classdef continue else elseif end for function global if import methods otherwise parfor
  persistent properties return spmd switch try while
`;

function command(lexing: Lexing): void {
  lexing.token('k', '!');
  lexing.delegate('shell', lexing.match![1]!);
}

export const lexer: LexerDefinition = {
  delegates: ['shell'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\{%[\s\S]*?%\}/, 'cm'],
      [/%.*/, 'c1'],
      [/([.][.][.])(.*)/, ['k', 'c']],
      [/^!(.*?)(?=%|$)/, command],
      [/[a-zA-Z][_a-zA-Z0-9]*/, words({ k: KEYWORDS, nb: MATLAB_BUILTINS }, 'n')],
      [/[(){};:,/\\\][]/, 'p'],
      [/~=|==|<<|>>|[-~+/*%=<>&^|.@]/, 'o'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/\d+e[+-]?[0-9]+/i, 'mf'],
      [/\d+L/, 'il'],
      [/\d+/, 'mi'],
      [/'(?=[^'\n]*')/, 's1', 'characters'],
      [/"(?=[^"\n]*")/, 's2', 'string'],
      [/'/, 'o'],
    ],
    characters: [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', 'pop'],
    ],
    string: [
      [/[^"]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', 'pop'],
    ],
  }),
};
