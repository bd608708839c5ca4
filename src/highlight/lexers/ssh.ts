import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [[/[a-z0-9]+/i, 'k', 'statement'], 'space'],
    statement: [
      [/\n/, '', 'pop'],
      [/(?:yes|no|confirm|ask|always|auto|none|force)\b/, 'no'],
      [/\d+/, 'm'],
      [/[^#\s;{}$\\]+/, ''],
      'space',
    ],
    space: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
    ],
  }),
};
