import type { LexerDefinition } from '../lexer.ts';
import { TOKEN_NAMES, type Token } from '../tokens.ts';

/** Plain text; `?token=Generic.Output` changes its token. */
export const lexer: LexerDefinition<Token> = {
  start: ({ token }) => (Object.keys(TOKEN_NAMES) as Token[]).find((short) => TOKEN_NAMES[short] === token) ?? '',
  states: () => ({
    root: [[/[\s\S]+/, (lexing) => lexing.token(lexing.memory)]],
  }),
};
