import type { LexerDefinition, Rule } from '../lexer.ts';
import type { Token } from '../tokens.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  if otherwise let in with where case of infix infixl infixr class instance generic derive special implementation
  definition system module from import qualified as dynamic code inline foreign export ccall stdcall
`;

function comment(token: Token): Rule[] {
  return [
    [/\*\//, token, 'pop'],
    [/\/\/.*/, token],
    [/\/\*/, token, 'comment'],
    [/[^*/]+/, token],
    [/[*/]/, token],
  ];
}

export const lexer: LexerDefinition = {
  states: () => ({
    literals: [
      [/'(?:[^'\\]|\\(?:x[0-9a-fA-F]+|\d+|.))'/, 'sc'],
      [/[+~-]?\d+\.\d+(?:E[+-]?\d+)?\b/, 'mf'],
      [/[+~-]?\d+E[+-]?\d+\b/, 'mf'],
      [/[+~-]?\d+/, 'mi'],
      [/"/, 's2', 'string'],
    ],
    'doc-comment': comment('cd'),
    comment: comment('cm'),
    root: [
      [/\s+/, 'w'],
      [/\/\/\*.*/, 'cd'],
      [/\/\/.*/, 'c1'],
      [/\/\*\*/, 'cd', 'doc-comment'],
      [/\/\*/, 'cm', 'comment'],
      [/[+~-]?0[0-7]+/, 'mo'],
      [/[+~-]?0x[0-9a-fA-F]+/, 'mh'],
      'literals',
      [/(\[)(\s*)(')(?=.*?'\])/, ['p', 'w', 's1'], 'characters'],
      [/code(?:\s+inline)?\s*\{/, 'cp', 'abc'],
      [/_*[a-z][\w`]*/, words({ k: KEYWORDS }, 'n')],
      [/_*[A-Z][\w`]*/, words({ kc: 'True False' }, 'kt')],
      [/[^\w\s`]/, 'p'],
      [/_\b/, 'p'],
    ],
    escapes: [
      [/\\x[0-9a-fA-F]{1,2}/i, 'se'],
      [/\\d\d{0,3}/i, 'se'],
      [/\\0[0-7]{0,3}/, 'se'],
      [/\\[0-7]{1,3}/, 'se'],
      [/\\[nrfbtv\\"']/, 'se'],
    ],
    string: [[/"/, 's2', 'pop'], 'escapes', [/[^\\"]+/, 's2']],
    characters: [[/(')(\])/, ['s1', 'p'], 'pop'], 'escapes', [/[^\\']/, 's1']],
    'abc-space': [[/\s+/, 'w'], [/\|.*/, 'c1'], 'literals'],
    abc: ['abc-space', [/\}/, 'cp', 'pop'], [/\.\w*/, 'k', 'abc-line'], [/\w+/, 'nb', 'abc-line']],
    'abc-line': [[/\n/, 'w', 'pop'], [/\}/, 'cp', 'pop pop'], 'abc-space', [/\S+/, 'n']],
  }),
};
