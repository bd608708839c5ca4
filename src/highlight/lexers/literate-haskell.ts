import type { LexerDefinition, Lexing } from '../lexer.ts';

/** The lexer of the code; it continues where it stopped. */
interface Memory {
  readonly haskell: Lexing;
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['haskell'],
  start: (_, lexing) => ({ haskell: lexing.open('haskell')! }),
  states: () => ({
    root: [
      [/\s*?\n(?=>)/, '', 'code'],
      [/.*?\n/, ''],
      [/.+/, ''],
    ],
    code: [
      [
        /(>)( .*(?:\n|$))/,
        (lexing: Lexing<Memory>) => {
          lexing.token('nl', lexing.match![1]!);
          lexing.delegate(lexing.memory.haskell, lexing.match![2]!);
        },
      ],
      [/\s*\n(?=\s*[^>])/, '', 'pop'],
    ],
  }),
};
