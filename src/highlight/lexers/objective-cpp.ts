import type { LexerDefinition } from '../lexer.ts';
import { startAtLineStart } from './c.ts';
import { cppStates, cppWords } from './cpp.ts';
import { OBJECTIVE_C_BUILTINS, objectiveCStates } from './objective-c-states.ts';

export const lexer: LexerDefinition = {
  start: startAtLineStart,
  states: (rouge) => {
    const states = objectiveCStates(cppStates(rouge, { ...cppWords(rouge), builtins: OBJECTIVE_C_BUILTINS }));
    return {
      ...states,
      // `class` is a keyword in C++, but a message here.
      statements: [
        [/(\.)(class)/, ['o', 'bp']],
        [/(@selector)(\()(class)(\))/, ['k', 'p', 'bp', 'p']],
        ...states.statements!,
      ],
    };
  },
};
