import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';

const WORD = '[a-zA-Z0-9._-]+';
const SECTIONS = `(?:/${WORD})+`;

export const lexer: LexerDefinition = {
  states: () => ({
    root: ['expression'],
    expression: [
      [/^\s*\n\s*$/, ''],
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/\/\*/, 'c', 'comment'],
      [/true|false|null/, 'kc'],
      [/[0-9]/, 'mi'],
      [rx`~?${SECTIONS}|${WORD}${SECTIONS}|[a-z+]+://(?:/?${WORD}${SECTIONS})`, 'sx'],
      [/"/, 's2', 'string'],
      [/''/, 's2', 'indented-string'],
      [/(?:with|in|inherit)\b/, 'kn'],
      [/let\b/, 'kd'],
      [/(?:if|then|else)\b/, 'k'],
      [
        /(?:rec|assert|map|abort|baseNameOf|builtins|derivation|fetchTarball|import|isNull|removeAttrs|throw|toString)\b/,
        'kr',
      ],
      [/\.|\?|\+\+|\+|!=|!|\/\/|==|&&|\|\||->|\/|\*|-|<|>|=>/, 'o'],
      [/\$/, 'p'],
      [/[=@]/, 'o'],
      [/[;,:]/, 'p'],
      [/[a-zA-Z_][a-zA-Z0-9-]*/, 'nv'],
      [/\(/, 'p', 'parentheses'],
      [/\{/, 'p', 'set'],
      [/\[/, 'p', 'list'],
    ],
    comment: [
      [/\*\//, 'c', 'pop'],
      [/[^*\n]+/, 'c'],
      [/\*/, 'c'],
    ],
    interpolation: ['expression', [/\}/, 'si', 'pop']],
    string: [
      [/\\./, 'se'],
      [/\$\$/, 'se'],
      [/\$\{/, 'si', 'interpolation'],
      [/"/, 's2', 'pop'],
      [/./, 's2'],
    ],
    'indented-string': [
      [/'''|''\$|\$\$|''\\./, 'se'],
      [/\$\{/, 'si', 'interpolation'],
      [/''/, 's2', 'pop'],
      [/./, 's2'],
    ],
    parentheses: ['expression', [/\)/, 'p', 'pop']],
    set: [[/\}/, 'p', 'pop'], 'expression'],
    list: [[/\]/, 'p', 'pop'], 'expression'],
  }),
};
