import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { words } from '../words.ts';

const NAME = '(?:::)?(?:[a-z]\\w*::)*\\w+';

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/#.*\n/, 'c'],
    ],
    root: [
      'space',
      [rx`[$]${NAME}`, 'nv'],
      [/[a-z]\w*(?=\s*[=+]>)/, words({ kp: 'before require notify subscribe' }, 'py')],
      [rx`${NAME}(?=\s*[(])`, 'nf'],
      [/[A-Z]\w*/, 'nc'],
      [/[+=|~-]>|<[|~-]/, 'p'],
      [/[|:}();[\]]/, 'p'],
      [/[{,]/, 'p', 'operand'],
      [/(?:in|and|or)\b/, 'ow'],
      [/[=!<>]=/, 'o'],
      [/[=!]~/, 'o', 'operand'],
      [/[.=<>!+*/-]/, 'o'],
      [rx`(class|include)(\s*)(${NAME})`, ['k', '', 'nc']],
      [/node\b/, 'k', 'operand'],
      [rx`${escapableString("'")}`, 's1'],
      [/"/, 's2', 'string'],
      [/\d+(?:[.]\d+)?(?:e[+-]\d+)?/, 'm'],
      [
        rx`${NAME}`,
        words(
          { k: 'and case class default define else elsif if in import inherits node unless', kc: 'false true undef' },
          'n',
        ),
      ],
    ],
    operand: ['space', [/\//, 'sr', 'regexp'], [/(?:)/, '', 'pop']],
    regexp: [
      [/\//, 'sr', 'pop'],
      [/\\./, 'se'],
      [/[(){}]/, 'si'],
      [/\[/, 'si', 'regexp-class'],
      [/./, 'sr'],
    ],
    'regexp-class': [
      [/\]/, 'si', 'pop'],
      [/-(?=\])/, 'sr'],
      [/-/, 'si'],
      [/\\./, 'se'],
      [/[^\\\]-]+/, 'sr'],
    ],
    string: [
      [/"/, 's2', 'pop'],
      [/[^$\\"]+/, 's2'],
      [/\\[\s\S]/, 'se'],
      [rx`[$]${NAME}`, 'nv'],
      [rx`[$]\{${NAME}\}`, 'nv'],
    ],
  }),
};
