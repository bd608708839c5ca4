import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/;[^\n]*/, 'c'],
      [
        /^([ \t]*)(#[ \t]*(?:(?:define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning)(?:[ \t].*)?)?)(?=\n)/,
        ['', 'cp'],
      ],
      [/[-a-z]+:/, 'kd'],
      [/[a-z_]\w+/i, 'ni'],
      [/"[^"]*"/, 's'],
      [/(?:&|0x)[0-9a-fA-F]+/, 'mh'],
      [/\d+/, 'm'],
      [/[,/()]/, 'p'],
      [/[ \t]+/, ''],
      [/\n+/, ''],
    ],
  }),
};
