import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/^#[^\n]*/, 'c'],
      [/[^\t\n\r ,):?/]+/, 'nv'],
      [/[\n/?]/, 'o'],
      [/:/, 'o', 'value'],
    ],
    value: [
      [/\n/, '', 'pop'],
      [/%[0-3%]/, 'o'],
      [/[^\n%]/, 's'],
    ],
  }),
};
