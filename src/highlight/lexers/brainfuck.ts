import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  start: (_, lexing) => lexing.begin('line-start'),
  states: () => ({
    'line-start': [
      [/\s+/, ''],
      [/\[/, 'cm', 'comment'],
      [/(?:)/, '', 'pop'],
    ],
    root: [[/\]/, 'err'], [/\[/, 'p', 'loop'], 'commands'],
    comment: [
      [/\[/, 'cm', 'push'],
      [/\]/, 'cm', 'pop'],
      [/[^[\]]+/, 'cm'],
    ],
    loop: [[/\[/, 'p', 'push'], [/\]/, 'p', 'pop'], 'commands'],
    commands: [
      [/[^><+\-.,[\]]+/, 'c1'],
      [/[><]+/, 'nb'],
      [/[+\-.,]+/, 'nf'],
    ],
  }),
};
