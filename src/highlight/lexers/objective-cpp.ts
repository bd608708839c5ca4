import type { LexerDefinition } from '../lexer.ts';
import { startAtLineStart } from './c.ts';
import { cppStates, cppWords } from './cpp.ts';
import { OBJECTIVE_C_BUILTINS, objectiveCStates } from './objective-c-states.ts';

export const lexer: LexerDefinition = {
  start: startAtLineStart,
  states: (rouge) => objectiveCStates(cppStates(rouge, { ...cppWords(rouge), builtins: OBJECTIVE_C_BUILTINS })),
};
