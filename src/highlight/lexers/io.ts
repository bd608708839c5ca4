import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { words } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [/\/[+]/, 'cm', 'comment'],
      [rx`${escapableString('"')}`, 's'],
      [/:?:=/, 'k'],
      [/[()]/, 'p'],
      [/[-=;,*+><!/|^.%&[\]{}]/, 'o'],
      [/[A-Z]\w*/, 'nc'],
      [
        /[a-z_]\w*/,
        words(
          {
            kc: 'nil false true',
            nb: 'args call clone do doFile doString else elseif for if list method return super then',
          },
          'n',
        ),
      ],
      [/(?:\d+[.]?\d*|\d*[.]\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/@@?/, 'k'],
    ],
    comment: [
      [/[^/+]+/, 'cm'],
      [/\/[+]/, 'cm', 'push'],
      [/[+]\//, 'cm', 'pop'],
    ],
  }),
};
