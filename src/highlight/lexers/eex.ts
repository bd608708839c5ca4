import type { LexerDefinition, Lexing } from '../lexer.ts';

/** The lexers of the text around the tags and of the code in them; each continues where it stopped. */
interface Memory {
  readonly around: Lexing;
  readonly elixir: Lexing;
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html', 'elixir'],
  start: ({ parent }, lexing) => ({
    around: lexing.open(typeof parent === 'string' ? parent : 'html')!,
    elixir: lexing.open('elixir')!,
  }),
  states: () => ({
    root: [
      [/<%#/, 'c', 'comment'],
      [/<%[%=]?/, 'cp', 'elixir'],
      [/[\s\S]+?(?=<%)|[\s\S]+/, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around)],
    ],
    comment: [
      [/%%>|%>/, 'c', 'pop'],
      [/[\s\S]+?(?=%%>|%>)|[\s\S]+/, 'c'],
    ],
    elixir: [
      [/%%>|%>/, 'cp', 'pop'],
      [/[\s\S]+?(?=%%>|%>)|[\s\S]+/, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.elixir)],
    ],
  }),
};
