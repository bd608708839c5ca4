import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableLine } from '../strings.ts';
import { words } from '../words.ts';
import { BUILTINS, COMMANDS } from './viml-words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/^(\s*)(".*)/, ['', 'c']],
      [/^\s*\\/, 'se'],
      [/[ \t]+/, ''],
      [rx`${escapableLine('/')}`, 'sr'],
      [rx`${escapableLine('"')}`, 's2'],
      [rx`${escapableLine("'")}`, 's1'],
      [/-?\d+/, 'm'],
      [/#[0-9a-f]{6}/i, 'mh'],
      [/^:/, 'p'],
      [/[():<>+=![\]{}|,~.-]/, 'p'],
      [/(?:let|if|else|endif|elseif|fun|function|endfunction)\b/, 'k'],
      [/(?:NONE|bold|italic|underline|dark|light)\b/, 'nb'],
      [/[absg]:\w+\b/, 'nv'],
      [/\w+\b/, words({ k: COMMANDS, nb: BUILTINS }, '')],
      [/[\s\S]/, ''],
    ],
  }),
};
