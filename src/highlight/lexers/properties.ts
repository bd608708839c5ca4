import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: ['basic', [/([\w.-]+)(\s*)([=:])/, ['py', '', 'p'], 'value']],
    basic: [
      [/[!#].*\n/, 'c'],
      [/\s+/, ''],
      [/\\\n/, 'se'],
    ],
    value: [[/\n/, '', 'pop'], 'basic', [/"/, 's', 'quotes'], [/'.*?'/, 's'], 'escapes', [/[^\\\n]+/, 's']],
    quotes: [[/"/, 's', 'pop'], 'escapes', [/[^\\"]+/, 's']],
    escapes: [
      [/\\u[0-9]{4}/, 'se'],
      [/\\[\s\S]/, 'se'],
    ],
  }),
};
