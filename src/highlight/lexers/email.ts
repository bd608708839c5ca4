import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  start: (_, lexing) => lexing.push('fields'),
  states: () => ({
    fields: [
      [/:/, 'o', 'value'],
      [/[^\n\r:]+/, 'nt'],
      [/[\n\r]/, 'nt'],
    ],
    value: [
      [/(?:\r?\n){2}/, '', 'pop pop'],
      [/\r?\n(?![ \v\t\f])/, '', 'pop'],
      [/[^\n\r]+/, 'na'],
      [/[\n\r]/, 'na'],
    ],
    root: [
      [/\n/, ''],
      [/^>.*/, 'c'],
      [/.+/, ''],
    ],
  }),
};
