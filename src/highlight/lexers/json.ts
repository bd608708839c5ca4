import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: ['space', [/\{/, 'p', 'object'], [/\[/, 'p', 'array'], 'key', 'value', [/[\]}]/, 'p']],
    space: [[/\s+/, 'w']],
    key: [[/("(?:\\.|[^"\\\n])*")(\s*)(:)/, ['nl', 'w', 'p']]],
    value: [
      'space',
      [/true|false|null/, 'kc'],
      [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'],
      [/"/, 's2', 'string'],
      [/\[/, 'p', 'array'],
      [/\{/, 'p', 'object'],
    ],
    object: ['space', 'key', 'value', [/\}/, 'p', 'pop'], [/,/, 'p']],
    array: ['value', [/\]/, 'p', 'pop'], [/,/, 'p']],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\./, 'se'],
      [/"/, 's2', 'pop'],
    ],
  }),
};
