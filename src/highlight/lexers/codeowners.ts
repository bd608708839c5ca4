import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/[ \t\r\n]+/, 'w'],
      [/^\s*#.*$/, 'c1'],
      [/(\^?\[(?!\d+\])[^\]]+\])(\[\d+\])?/, ['nn', 'm']],
      [/\S*@\S+/, 'nf'],
      [/[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}./\-*]+/u, 'n'],
      [/.*\\[#\s]/, 'n'],
    ],
  }),
};
