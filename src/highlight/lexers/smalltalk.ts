import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';

const OPERATORS = '[-+*/\\\\~<>=|&!?,@%]';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/(<)(\w+:)(.*?)(>)/, ['p', 'k', '', 'p']],
      'space',
      [/([a-z]\w*:)(\s*)(\w+)/i, ['nf', '', 'nv']],
      [/^(\s*)([a-z]\w*\b)(\s*)$/i, ['', 'nf', '']],
      [rx`^(\s*)(${OPERATORS}+)(\s*)(\w+)(\s*)$`, ['', 'nf', '', 'nv', '']],
      [/(\|)([\w\s]*)(\|)/, ['p', 'nv', 'p']],
      [/\[/, 'p', 'block-variables'],
      [/(?:self|super|true|false|nil|thisContext)\b/, 'bp', 'message'],
      [/[A-Z]\w*(?!:)\b/, 'nc', 'message'],
      [/[a-z]\w*(?!:)\b/, 'nv', 'message'],
      'literals',
      [/\^|:=|_/, 'o'],
      [/[)}\]]/, 'p', 'message'],
      [/[({[!]/, 'p'],
    ],
    space: [
      [/! !$/, 'k'],
      [/\s+/, ''],
      [/"[^"]*"/, 'c'],
    ],
    'block-variables': ['space', [/(:)(\s*)(\w+)/, ['o', '', 'nv']], [/\|/, 'p', 'pop'], [/(?:)/, '', 'pop']],
    literals: [
      [/'[^']*'/, 's', 'message'],
      [/\$./, 'sc', 'message'],
      [/#\(/, 'ss', 'array'],
      [/(?:\d+r)?-?\d+(?:\.\d+)?(?:e-?\d+)?/, 'm', 'message'],
      [rx`#(?:"[^"]*"|${OPERATORS}+|[\w:]+)`, 'ss', 'message'],
    ],
    array: [[/\)/, 'ss', 'goto message'], 'in-array'],
    'in-array': [
      [/#\(/, 'ss', 'in-array'],
      [/\)/, 'ss', 'pop'],
      'space',
      'literals',
      [/[-+*/\\~<>=|&!?,@%\w:]+/, 'ss'],
    ],
    message: [
      'space',
      [/(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):/, 'nb', 'pop'],
      [/new(?!:)\b/, 'nb'],
      [/:=|_/, 'o', 'pop'],
      [/[a-z]\w*:/i, 'nf', 'pop'],
      [/[a-z]+\w*/i, 'nf'],
      [rx`${OPERATORS}+`, 'nf', 'pop'],
      [/[.]/, 'p', 'pop'],
      [/;/, 'p'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
