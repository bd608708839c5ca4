import type { LexerDefinition } from '../lexer.ts';

const COMMAND = /\\(?:[a-z]+|\s+|.)/i;

export const lexer: LexerDefinition = {
  states: () => ({
    general: [
      [/%.*/, 'c'],
      [/[{}&_^]/, 'p'],
    ],
    root: [
      [/\\\[/, 'p', 'display-math'],
      [/\\\(/, 'p', 'inline-math'],
      [/\$\$/, 'p', 'display-math'],
      [/\$/, 'p', 'inline-math'],
      [/\\(?:begin|end)\{.*?\}/, 'nt'],
      [/(\\verb)\b(\S)(.*?)(\2)/, ['nb', 'kp', 'sx', 'kp']],
      [COMMAND, 'k', 'command'],
      'general',
      [/[^\\$%&_^{}]+/, ''],
    ],
    math: [[COMMAND, 'nv'], 'general', [/[0-9]+/, 'm'], [/[-=!+*/()[\]]/, 'o'], [/[^=!+*/()[\]\\$%&_^{}0-9-]+/, 'nb']],
    'inline-math': [[/\\\)/, 'p', 'pop'], [/\$/, 'p', 'pop'], 'math'],
    'display-math': [[/\\\]/, 'p', 'pop'], [/\$\$/, 'p', 'pop'], [/\$/, 'nb'], 'math'],
    command: [
      [/\[.*?\]/, 'na'],
      [/\*/, 'k'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
