import type { LexerDefinition } from '../lexer.ts';
import { TOKEN_NAMES, type Token } from '../tokens.ts';

/** Text that is nothing but text; `?token=Generic.Output` gives it another token. */
export const lexer: LexerDefinition<Token> = {
  start: ({ token }) => (Object.keys(TOKEN_NAMES) as Token[]).find((short) => TOKEN_NAMES[short] === token) ?? '',
  states: () => ({
    root: [[/[\s\S]+/, (lexing) => lexing.token(lexing.memory)]],
  }),
};
