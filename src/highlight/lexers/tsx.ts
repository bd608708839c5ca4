import type { LexerDefinition, Rule } from '../lexer.ts';
import { javascriptStates } from './javascript.ts';
import { type JsxMemory, jsxStates, startJsx } from './jsx-states.ts';
import { typescriptStates, typescriptWords } from './typescript-states.ts';

export const lexer: LexerDefinition<JsxMemory> = {
  delegates: ['html'],
  start: startJsx,
  states: (rouge) => {
    const states = typescriptStates(rouge, jsxStates(javascriptStates(rouge, typescriptWords(rouge))));
    return {
      ...states,
      'element-name': [
        [/(\w+)(,)/, ['nx', 'p'], 'pop pop pop'],
        ...(rouge.later ? ([[/</, 'p', 'type']] as Rule[]) : []),
        ...states['element-name']!,
      ],
      type: ['object', [/>/, 'p', 'pop']],
    };
  },
};
