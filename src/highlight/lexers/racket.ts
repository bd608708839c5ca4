import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString, looseString } from '../strings.ts';
import { words } from '../words.ts';
import { BUILTINS, KEYWORDS } from './racket-words.ts';

const NAME = "[^\\s()[\\]{}'\x60,.]+";
const COMMANDS = words({ k: KEYWORDS, nb: BUILTINS }, 'nf');

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/;.*/, 'c1'],
      [/#!.*/, 'c1'],
      [/#\|/, 'cm', 'comment'],
      [/#;/, 'cm', 'ignored'],
      [/\s+/, ''],
      [/[+-]inf[.][f0]|[+-]nan[.]0|-min[.]0|[+]max[.]0|-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [rx`#:${NAME}`, 'nt'],
      [/#b[01]+/, 'mb'],
      [/#o[0-7]+/, 'mo'],
      [/#d[0-9]+/, 'mi'],
      [/#x[0-9a-f]+/i, 'mh'],
      [/#[ei][\d.]+/, 'mx'],
      [rx`${escapableString('"')}`, 's'],
      [rx`['\`]${NAME}`, 'ss'],
      [/#\\(?:[()/'"._!$%& ?=+-]|[a-z0-9]+)/i, 'sc'],
      [/#t(?:rue)?|#f(?:alse)?/i, 'no'],
      [/'|#|`|,@|,|\./, 'o'],
      [/[([{]/, 'p', 'command'],
      [/[)\]}]/, 'p'],
      [rx`${NAME}`, 'nv'],
    ],
    comment: [
      [/[^|#]+/, 'cm'],
      [/\|#/, 'cm', 'pop'],
      [/#\|/, 'cm', 'push'],
      [/[|#]/, 'cm'],
    ],
    ignored: [
      [/[({[]/, 'cm', 'ignored-list'],
      [rx`${looseString('"')}`, 'cm', 'pop'],
      [/[^\s]+/, 'cm', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    'ignored-list': [
      [/[^(){}[\]]+/, 'cm'],
      [/[)}\]]/, 'cm', 'pop'],
      [/[({[]/, 'cm', 'push'],
    ],
    command: [
      [rx`${NAME}`, COMMANDS, 'pop'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
