import type { LexerDefinition, Lexing } from '../lexer.ts';

interface Memory {
  readonly lexer: Lexing;
  readonly start: string;
  readonly end: string;
}

type Escape = Lexing<Memory>;

const isText = (option: string | true | undefined): option is string => typeof option === 'string';

/** Reads everything in one go: code, and verbatim output between `<!` and `!>`. */
function read(lexing: Escape): void {
  const { lexer, start, end } = lexing.memory;
  let rest = lexing.text;
  while (rest !== '') {
    const open = rest.indexOf(start);
    lexing.delegate(lexer, open < 0 ? rest : rest.slice(0, open));
    if (open < 0) return;
    rest = rest.slice(open + start.length);
    const close = rest.indexOf(end);
    lexing.token('esc', close < 0 ? rest : rest.slice(0, close));
    if (close < 0) return;
    rest = rest.slice(close + end.length);
  }
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['plaintext'],
  start: ({ start, end, lang }, lexing) => ({
    lexer: lexing.open(isText(lang) ? lang : 'plaintext')!,
    start: isText(start) ? start : '<!',
    end: isText(end) ? end : '!>',
  }),
  states: () => ({ root: [[/[\s\S]+/, read]] }),
};
