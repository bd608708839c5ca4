import type { LexerDefinition, Lexing } from '../lexer.ts';
import { sassStates } from './sass-common.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    ...sassStates(rouge),
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
      [/@import\b/, 'k', 'value'],
      'content',
      [/(?=[^;{}][;}])/, '', 'property'],
      [/(?=[^;{}:[]+:[^a-z])/, '', 'property'],
      [/(?:)/, '', 'selector'],
    ],
    'section-end': [
      [/\n/, ''],
      [
        /[;{}]/,
        (lexing: Lexing) => {
          lexing.token('p');
          lexing.resetStack();
        },
      ],
    ],
  }),
};
