import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';

/** The lexers of the text around the tags and of the code in them; each continues where it stopped. */
interface Memory {
  readonly around: Lexing;
  readonly puppet: Lexing;
}

const OPEN = '(?:<%%|<%=|<%#|(?:<%-|<%)(?:\\s*\\|)?)';
const CLOSE = '(?:%%>|(?:\\|\\s*)?(?:-%>|%>))';

export const lexer: LexerDefinition<Memory> = {
  delegates: ['plaintext', 'puppet'],
  start: ({ parent }, lexing) => ({
    around: lexing.open(typeof parent === 'string' ? parent : 'plaintext')!,
    puppet: lexing.open('puppet')!,
  }),
  states: () => ({
    root: [
      [/<%#/, 'c', 'comment'],
      [rx`${OPEN}`, 'cp', 'puppet'],
      [rx`[\s\S]+?(?=${OPEN})|[\s\S]+`, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around)],
    ],
    comment: [
      [rx`${CLOSE}`, 'c', 'pop'],
      [rx`[\s\S]+?(?=${CLOSE})|[\s\S]+`, 'c'],
    ],
    puppet: [
      [rx`${CLOSE}`, 'cp', 'pop'],
      [rx`[\s\S]+?(?=${CLOSE})|[\s\S]+`, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.puppet)],
    ],
  }),
};
