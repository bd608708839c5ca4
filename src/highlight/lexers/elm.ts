import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\{-/, 'cm', 'comment'],
      [/(?:module|exposing|port|import|as|type|alias|if|then|else|case|of|let|in)\b/, 'k'],
      [/[a-z]\w*/, 'n'],
      [/_/, 'n'],
      [/[A-Z]\w*/, 'kt'],
      [/::|[-+*/%=<>^|!,.\\@#$&~?]/, 'o'],
      [/"""/, 's', 'multiline-string'],
      [/'(?:\\.|.)'/, 'sc'],
      [/"/, 's', 'string'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+/, 'mi'],
      [/[[\]();`{}:]/, 'p'],
    ],
    comment: [
      [/-\}/, 'cm', 'pop'],
      [/\{-/, 'cm', 'push'],
      [/[^-{}]+/, 'cm'],
      [/[-{}]/, 'cm'],
    ],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\"/, 'se'],
      [/"/, 's2', 'pop'],
    ],
    'multiline-string': [
      [/\\"/, 'se'],
      [/"""/, 's', 'pop'],
      [/[^"]+/, 's'],
      [/"/, 's'],
    ],
  }),
};
