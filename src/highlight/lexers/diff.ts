import type { LexerDefinition, Rule } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    const changes: Rule[] = later
      ? [
          [/(?:\++.*|>+[ \t]+.*|>+$)\n?/, 'gi'],
          [/(?:-+.*|<+[ \t]+.*|<+$)\n?/, 'gd'],
        ]
      : [
          [/^[+>]+.*\n?/, 'gi'],
          [/^[-<]+.*\n?/, 'gd'],
        ];
    return {
      root: [
        [/^ .*\n?/, ''],
        [/^---$\n?/, 'p'],
        ...changes,
        [/^!.*\n?/, 'gs'],
        [/^(?:[Ii]ndex|diff).*\n?/, 'gh'],
        [/^(@@[^@]*@@)([^\n]*\n)/, ['p', '']],
        [/^\w.*\n?/, 'p'],
        [/^=.*\n?/, 'gh'],
        [later ? /.+\n?/ : /\s.*\n?/, ''],
      ],
    };
  },
};
