import type { LexerDefinition, Rule } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    return {
      root: [
        'basic',
        [/([\w\-.]+)(\s*)(=)/, ['py', later ? 'w' : '', 'p'], 'value'],
        [/\[.*?\]/, 'nn'],
        ...(later ? ([[/./, 'na']] as Rule[]) : []),
      ],
      basic: [
        ...(later ? ([[/\s+/, 'w']] as Rule[]) : []),
        [/[;#].*\n/, 'c'],
        ...(later ? [] : ([[/\s+/, '']] as Rule[])),
        [/\\\n/, 'se'],
      ],
      value: [[/\n/, '', 'pop'], 'basic', [/"/, 's', 'quotes'], [/'.*?'/, 's'], 'escapes', [/[^\\\n]+/, 's']],
      quotes: [[/"/, 's', 'pop'], 'escapes', [/[^\\"]+/, 's']],
      escapes: [[/\\[\s\S]/, 'se']],
    };
  },
};
