import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { NAME } from './javascript.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: ['space', [/\{/, 'p', 'object'], [/\[/, 'p', 'array'], 'key', 'value', [/[\]}]/, 'p']],
    space: [
      [/\s+/, 'w'],
      [/\/\/.*/, 'c'],
      [/\/[*][\s\S]*?[*]\//, 'c'],
    ],
    key: [
      [rx`${NAME}`, 'nl'],
      [/".*?"/, 'nl'],
      [/("(?:\\.|[^"\\\n])*")(\s*)(:)/, ['nl', 'w', 'p']],
    ],
    value: [
      'space',
      [/(?:true|false|null)\b/, 'kc'],
      [/[+-]?(?:Infinity|NaN)\b/, 'kc'],
      [/[+-]?0x[0-9a-f]+/i, 'mh'],
      [/[+-.]?[0-9]+[.]?[0-9]?(?:[eE]-?[0-9]+)?/, 'mf'],
      [/"/, 's2', 'string'],
      [/\[/, 'p', 'array'],
      [/\{/, 'p', 'object'],
      [/'/, 's1', 'single-quotes'],
    ],
    object: ['space', 'key', 'value', [/\}/, 'p', 'pop'], [/,/, 'p'], [/:/, 'p', 'goto object-value']],
    'object-value': ['value', [/,/, 'p', 'goto object'], [/\}/, 'p', 'pop']],
    array: ['value', [/\]/, 'p', 'pop'], [/,/, 'p']],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\[\s\S]/, 'se'],
      [/"/, 's2', 'pop'],
    ],
    'single-quotes': [
      [/[^\\']+/, 's1'],
      [/\\[\s\S]/, 'se'],
      [/'/, 's1', 'pop'],
    ],
  }),
};
