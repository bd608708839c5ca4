import type { LexerDefinition } from '../lexer.ts';
import { javascriptStates } from './javascript.ts';
import { typescriptStates, typescriptWords } from './typescript-states.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => typescriptStates(rouge, javascriptStates(rouge, typescriptWords(rouge))),
};
