import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*]/, 'cm', 'comment'],
      [/[-+]?0[xX][0-9a-fA-F]+/, 'mh'],
      [/[-+]?\d+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?/, 'mf'],
      [/[-+]?(?:\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?:pi)?|pi)/, 'mf'],
      [/\$(?:\\.|.)/, 'sc'],
      [/"(?:[^\\"]|\\.)*"/, 's'],
      [/'(?:[^\\']|\\.)*'/, 'sx'],
      [/\\\w+/, 'sx'],
      [/[A-Za-z_]\w*:/, 'nl'],
      [/[A-Z]\w*/, 'nc'],
      [/_\w+/, 'nf'],
      [
        /[a-z]\w*/,
        words(
          {
            k: 'var arg classvar const super this',
            kc: `
  true false nil inf thisThread thisMethod thisFunction thisProcess thisFunctionDef currentEnvironment
  topEnvironment
`,
            kr: 'case do for forBy loop if while new newCopyArgs',
          },
          'n',
        ),
      ],
      [/~\w+/, 'vg'],
      [/[{}()[\];,.]/, 'p'],
      [/[+\-*/&|%<>=]+/, 'o'],
      [/[\^:#]/, 'o'],
      [/_\b/, 'nb'],
    ],
    comment: [
      [/\/[*]/, 'cm', 'push'],
      [/[*]\//, 'cm', 'pop'],
      [/[^*/]+/, 'cm'],
      [/./, 'cm'],
    ],
  }),
};
