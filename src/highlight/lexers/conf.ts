import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/#.*\n/, 'c'],
      [/".*?"/, 's2'],
      [/'.*?'/, 's1'],
      [/[a-z]\w*/i, 'n'],
      [/\d+/, 'm'],
      [/[^\w#"']+/, ''],
    ],
  }),
};
