import type { LexerDefinition } from '../lexer.ts';
import { javascriptStates, javascriptWords } from './javascript.ts';
import { type JsxMemory, jsxStates, startJsx } from './jsx-states.ts';

export const lexer: LexerDefinition<JsxMemory> = {
  delegates: ['html'],
  start: startJsx,
  states: (rouge) => jsxStates(javascriptStates(rouge, javascriptWords(rouge))),
};
