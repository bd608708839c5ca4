import type { LexerDefinition } from '../lexer.ts';
import { rxi } from '../rx.ts';
import { anyOf } from '../words.ts';
import { BUILTINS, KEYWORDS } from './bsl-words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\n/, ''],
      [/[^\S\n]+/, ''],
      [/\/\/.*/, 'c1'],
      [/[[\]:(),;]/, 'p'],
      [/&.*/, 'kd'],
      [/[-+/*%=<>.?&]/, 'o'],
      [/#.*/, 'kd'],
      [rxi`(?:${anyOf(KEYWORDS)})(?=[^\wа-яё]|$)`, 'k'],
      [rxi`(?:${anyOf(BUILTINS)})\s*(?=\()`, 'nb'],
      [/[\wа-яё]+/i, 'nv'],
      [/'.*'/, 'ld'],
      [/".*?(?:"|$)/, 's1'],
      [/\|(?:(?!"").)*?(?:"|$)/, 's'],
    ],
  }),
};
