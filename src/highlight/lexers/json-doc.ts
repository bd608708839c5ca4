import type { LexerDefinition } from '../lexer.ts';
import { lexer as json } from './json.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const states = json.states(rouge);
    return {
      ...states,
      key: [[/([$\w]+)(\s*)(:)/, ['na', '', 'p']], ...states.key!],
      value: [[/\/[*].*?[*]\//, 'c'], [/\/\/.*/, 'c1'], [/\.\.\./, 'c1'], ...states.value!],
    };
  },
};
