import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/[ \t\r\n]+/, 'w'],
      [/^\s*#.*$/, 'c1'],
      [/(\^?\[(?!\d+\])[^\]]+\])(\[\d+\])?/, ['nn', 'm']],
      [/\S*@\S+/, 'nf'],
      [/[\p{L}\p{M}\p{N}\p{Pc}./\-*]+/u, 'n'],
      [/.*\\[#\s]/, 'n'],
    ],
  }),
};
