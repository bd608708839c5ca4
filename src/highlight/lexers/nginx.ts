import type { LexerDefinition, Rule } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    root: [[/(include)(\s+)([^\s;]+)/, ['k', '', 'n']], [/[^\s$;{}()#]+/, 'k', 'statement'], 'base'],
    block: [[/\}/, 'p', 'pop'], [/[^\s$;{}()#]+/, 'kn', 'statement'], 'base'],
    statement: [[/\{/, 'p', 'goto block'], [/;/, 'p', 'pop'], 'base'],
    base: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/(?:on|off)\b/, 'no'],
      [/[$][\w-]+/, 'nv'],
      [/([a-z0-9.-]+)(:)([0-9]+)/i, ['nf', 'p', 'mi']],
      [/[a-z-]+\/[a-z-]+/i, 'nc'],
      ...(rouge.later ? ([[/\d+\.\d+/, 'mf']] as Rule[]) : []),
      [/[0-9]+[kmg]?\b/i, 'mi'],
      [/(~)(\s*)([^\s{]+)/, ['p', '', 'sr']],
      [/[:=~]/, 'p'],
      [/\/(?:[^\s$;{}()#]+)?/, 'n'],
      [/[^#\s;{}$\\]+/, 's'],
      [/[$;]/, ''],
    ],
  }),
};
