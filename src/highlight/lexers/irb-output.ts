import type { LexerDefinition } from '../lexer.ts';
import { lexer as ruby } from './ruby.ts';

/** Output of irb: text, errors, and values as Ruby. */
export const lexer: LexerDefinition = {
  start: (options, lexing) => {
    const memory = ruby.start!(options, lexing);
    lexing.push('printed');
    return memory;
  },
  states: (rouge) => {
    const states = ruby.states(rouge);
    return {
      ...states,
      root: [[/#</, 'kt', 'object'], ...states.root!],
      object: [[/>/, 'kt', 'pop'], 'root'],
      value: [
        [/=>/, 'p', 'pop'],
        [/.+?(?:\n|$)/, 'go'],
      ],
      error: [[/.+?(?:\n|$)/, 'gr'], 'value'],
      printed: [[/\w+?(?:Error|Exception):.+?(?:\n|$)/, 'gr', 'error'], 'value'],
    };
  },
};
