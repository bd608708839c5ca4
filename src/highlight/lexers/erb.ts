import type { LexerDefinition, Lexing } from '../lexer.ts';

/** The lexers of the text around the tags and of the code in them; each continues where it stopped. */
interface Memory {
  readonly around: Lexing;
  readonly ruby: Lexing;
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html', 'ruby'],
  start: ({ parent }, lexing) => ({
    around: lexing.open(typeof parent === 'string' ? parent : 'html')!,
    ruby: lexing.open('ruby')!,
  }),
  states: () => ({
    root: [
      [/<%#/, 'c', 'comment'],
      [/<%[%=-]?/, 'cp', 'ruby'],
      [/[\s\S]+?(?=<%)|[\s\S]+/, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around)],
    ],
    comment: [
      [/%%>|-%>|%>/, 'c', 'pop'],
      [/[\s\S]+?(?=%%>|-%>|%>)|[\s\S]+/, 'c'],
    ],
    ruby: [
      [/%%>|-%>|%>/, 'cp', 'pop'],
      [/[\s\S]+?(?=%%>|-%>|%>)|[\s\S]+/, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.ruby)],
    ],
  }),
};
