import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    comments: [
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
    ],
    root: ['comments', [/\s+/, 'w'], [/\{/, 'p', 'object'], [/\[/, 'p', 'array'], 'key', 'value', [/[\]}]/, 'p']],
    object: [[/(?:include|url|file|classpath)\b/, 'k'], [/\s+/, 'w'], 'key', 'value', [/\}/, 'p', 'pop'], [/,/, 'p']],
    key: [
      [/("[^\n]*?")(\s*)([:=]|(?=\{))/, ['nl', 'w', 'p']],
      [/([-\w.]+)(\s*)([:=]|(?=\{))/, ['nl', 'w', 'p']],
    ],
    value: [
      'comments',
      [/\s+/, 'w'],
      [/\d+\.(?:\d+\.?){3,}/, 'l'],
      [/true|false|null/, 'kc'],
      [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'],
      [/\$\{\??/, 'si', 'interpolation'],
      [/"""/, 's2', 'multiline-string'],
      [/"/, 's2', 'string'],
      [/\[/, 'p', 'array'],
      [/\{/, 'p', 'object'],
      [/[()=]/, 'p'],
      [/[^$"{}[\]:=,+#`^?!@*&]/, 'l'],
    ],
    array: ['value', [/\]/, 'p', 'pop'], [/,/, 'p']],
    interpolation: [
      [/[\w\-.]/, 'nv'],
      [/\}/, 'si', 'pop'],
    ],
    string: [
      [/\$\{\??/, 'si', 'interpolation'],
      [/[^\\"${]+/, 's2'],
      [/[^\\"]+/, 's2'],
      [/\\./, 'se'],
      [/"/, 's2', 'pop'],
    ],
    'multiline-string': [[/"[^"]{1,2}/, 's2'], 'string', [/"""/, 's2', 'pop']],
  }),
};
