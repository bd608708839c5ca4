import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';

const NAME = '[a-zA-Z][\\w-]*';

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/#.*/, 'c'],
    ],
    root: [
      'space',
      [rx`@${NAME}`, 'k'],
      [rx`(\\${NAME})(\{)`, ['nf', 's'], 'nested-string'],
      [rx`([+]${NAME})(\{)`, ['nd', 's'], 'nested-string'],
      [rx`\\${NAME}`, 'nf'],
      [rx`[+]${NAME}`, 'nd'],
      [/"\{/, 's', 'interpolated-string'],
      [/"/, 's', 'string'],
      [/'\{/, 's', 'nested-string'],
      [rx`'${NAME}`, 's'],
      [rx`[.]${NAME}`, 'nt'],
      [rx`[$](?:${NAME})?`, 'nv'],
      [rx`-${NAME}:?`, 'nl'],
      [rx`%${NAME}`, 'nf'],
      [rx`\`${NAME}`, 'ow'],
      [/[?~%._>,![\]:{}()=;/-]/, 'p'],
      [/[0-9]+(?:[.][0-9]+)?/, 'm'],
      [rx`${NAME}`, 'n'],
      [/</, 'cp', 'type'],
    ],
    string: [
      [/[^\\"]+/, 's'],
      [/"/, 's', 'pop'],
      [/\\./, 'se'],
    ],
    'interpolated-string': [
      [/[$][(]/, 'si', 'interpolation'],
      [/\{/, 's', 'push'],
      [/\}/, 's', 'pop'],
      [/[^{}$]+/, 's'],
      [/./, 's'],
    ],
    interpolation: [[/[)]/, 'si', 'pop'], 'in-parentheses'],
    'in-parentheses': [[/[(]/, 'p', 'in-parentheses'], [/[)]/, 'p', 'pop'], 'root'],
    'nested-string': [
      [/\\./, 'se'],
      [/\{/, 's', 'push'],
      [/\}/, 's', 'pop'],
      [/[^{}\\]+/, 's'],
    ],
    type: ['space', [/>/, 'cp', 'pop'], [/[*:]/, 'p'], [/[A-Z][\w-]*/, 'kt'], [rx`${NAME}`, 'nv']],
  }),
};
