import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';
import { COMMANDS, DIAGNOSTICS, GOALS, MINOR } from './isabelle-words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/\(\*/, 'c', 'comment'],
      [/\{\*|‹/, '', 'text'],
      [/::|\[|\]|-|[:()_=,|+!?]/, 'o'],
      [/[{}.]|\.\./, 'ow'],
      [
        /[a-zA-Z]\w*/,
        words(
          {
            kp: MINOR,
            kt: DIAGNOSTICS,
            k: COMMANDS,
            gh: 'header chapter',
            gu: 'section subsection subsubsection sect subsect subsubsect',
            kn: GOALS,
            gr: 'sorry oops',
          },
          'n',
        ),
      ],
      [/\\<\w*>/, 'ss'],
      [/'[^\W\d][.\w']*/, 'nv'],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, 'mh'],
      [/0[oO][0-7][0-7_]*/, 'mo'],
      [/0[bB][01][01_]*/, 'mb'],
      [/"/, 's', 'string'],
      [/`/, 'sx', 'fact'],
      [/[^\s:|[\]\-()=,+!?{}._][^\s:|[\]\-()=,+!?{}]*/, 'n'],
    ],
    comment: [
      [/[^(*)]+/, 'c'],
      [/\(\*/, 'c', 'push'],
      [/\*\)/, 'c', 'pop'],
      [/[(*)]/, 'c'],
    ],
    text: [
      [/[^{*}‹›]+/, ''],
      [/\{\*|‹/, '', 'push'],
      [/\*\}|›/, '', 'pop'],
      [/[{*}]/, ''],
    ],
    string: [
      [/[^"\\]+/, 's'],
      [/\\<\w*>/, 'ss'],
      [/\\"/, 's'],
      [/\\/, 's'],
      [/"/, 's', 'pop'],
    ],
    fact: [
      [/[^`\\]+/, 'sx'],
      [/\\<\w*>/, 'ss'],
      [/\\`/, 'sx'],
      [/\\/, 'sx'],
      [/`/, 'sx', 'pop'],
    ],
  }),
};
