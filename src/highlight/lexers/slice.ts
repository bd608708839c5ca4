import type { LexerDefinition } from '../lexer.ts';
import { C_WORDS, cStates, startAtLineStart } from './c.ts';

const WORDS = {
  ...C_WORDS,
  keywords: `
  extends implements enum interface struct class module dictionary const optional out throws exception local
  idempotent sequence Object LocalObject Value
`,
  types: 'bool string byte long float double int void short',
};

export const lexer: LexerDefinition = { start: startAtLineStart, states: () => cStates(WORDS) };
