import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/[[\](){}|.,;!]/, 'p'],
      [/"[^"]*"/, 's2'],
      [/-?\d+\.\d+(?:[eE][+-]?\d+)?/, 'mf'],
      [/-?\d+(?:[eE][+-]?\d+)?/, 'm'],
      [/\\u[0-9a-fA-F]{4}/, 'mh'],
      [/\\["/bfnrt]/, 'se'],
      [/:=|[=><+\-*%/&]|[/:?@^~]+/, 'o'],
      [
        /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+/u,
        words({ kc: 'true false null', ow: 'as default else import not package some with' }, 'n'),
      ],
    ],
  }),
};
