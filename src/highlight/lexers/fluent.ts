import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/( *)(=)( *)/, ['w', 'p', 'w'], 'template'],
      [/\s*\n/, 'w'],
      [/#{1,3}(?: .*)?$/, 'c1'],
      [/[a-zA-Z][a-zA-Z0-9_-]*/, 'no'],
      [/-[a-zA-Z][a-zA-Z0-9_-]*/, 'ni'],
      [/\s*\.[a-zA-Z][a-zA-Z0-9_-]*/, 'na'],
      [/\s+(?=[^\s.])/, 'w', 'template'],
    ],
    template: [
      [/\n/, 'w', 'pop'],
      [/[^{\n}*]+/, ''],
      [/\{/, 'p', 'placeable'],
      [/(?=\})/, 'p', 'pop'],
    ],
    placeable: [
      [/\s+/, 'w'],
      [/\{/, 'p', 'placeable'],
      [/\}/, 'p', 'pop'],
      [/\$[a-zA-Z][a-zA-Z0-9_-]*/, 'nv'],
      [/-[a-zA-Z][a-zA-Z0-9_-]*/, 'ni'],
      [/\.[a-zA-Z][a-zA-Z0-9_-]*/, 'na'],
      [/[A-Z]+/, 'nb'],
      [/[a-zA-Z][a-zA-Z0-9_-]*/, 'no'],
      [/[(),:]/, 'p'],
      [/->/, 'p'],
      [/\*/, 'pi'],
      [/-?\d+\.\d/, 'mf'],
      [/-?\d+/, 'mi'],
      [/"/, 's2', 'string'],
      [/(\[)(-?\d+\.\d+)(\])/, ['p', 'mf', 'p'], 'template'],
      [/(\[)(-?\d+)(\])/, ['p', 'mi', 'p'], 'template'],
      [/(\[)([a-zA-Z][a-zA-Z0-9_-]+)(\])/, ['p', 'ss', 'p'], 'template'],
    ],
    string: [
      [/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6}/, 'se'],
      [/\\./, 'se'],
      [/[^"\\]/, 's2'],
      [/"/, 's2', 'pop'],
    ],
  }),
};
