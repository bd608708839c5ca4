import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\/\/.*/, 'c'],
      [/\/\*[\s\S]+?\*\//, 'c'],
      [/\s+/, 'w'],
      [/\{/, 'p', 'dictionary'],
      [/\(/, 'p', 'array'],
      [/"(?:[^"\\]|\\.)*"/, 's2'],
      [/'(?:[^'\\]|\\.)*'/, 's1'],
      [/</, 'p', 'data'],
      [/[\w$/:.-]+/, 'l'],
    ],
    dictionary: ['root', [/[=;]/, 'p'], [/\}/, 'p', 'pop']],
    array: ['root', [/,/, 'p'], [/\)/, 'p', 'pop']],
    data: [
      [/[0-9a-fA-F\s]+/, 'mh'],
      [/>/, 'p', 'pop'],
    ],
  }),
};
