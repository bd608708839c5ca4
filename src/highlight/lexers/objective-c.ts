import type { LexerDefinition } from '../lexer.ts';
import { C_WORDS, cStates, startAtLineStart } from './c.ts';
import { OBJECTIVE_C_BUILTINS, objectiveCStates } from './objective-c-states.ts';

export const lexer: LexerDefinition = {
  start: startAtLineStart,
  states: () => objectiveCStates(cStates({ ...C_WORDS, builtins: OBJECTIVE_C_BUILTINS })),
};
