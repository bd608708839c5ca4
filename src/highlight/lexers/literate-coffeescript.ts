import type { LexerDefinition, Lexing } from '../lexer.ts';

/** The lexers of the code and of the text around it; each continues where it stopped. */
interface Memory {
  readonly markdown: Lexing;
  readonly coffee: Lexing;
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['markdown', 'coffeescript'],
  start: (_, lexing) => ({ markdown: lexing.open('markdown')!, coffee: lexing.open('coffeescript')! }),
  states: () => ({
    root: [
      [/^(?: {4}.*\n)+/, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.coffee)],
      [/^(?: {0,3}(?:\S.*)?\n)*/, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.markdown)],
    ],
  }),
};
