import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';

const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';

export const lexer: LexerDefinition = {
  start: (_, lexing) => lexing.begin('line-start'),
  states: () => ({
    'line-start': [
      [/#.*/, 'c1'],
      [/(?:)/, '', 'pop'],
    ],
    root: [
      [/\s+/, ''],
      [/%.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[[\](){}|.,;!]/, 'p'],
      [/:-|-->/, 'p'],
      [/"[^"]*"/, 's2'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'm'],
      [rx`\p{Lowercase}${WORD}*`, 'ss'],
      [/'[^']*'/, 'ss'],
      [/[A-Z]+\w*/, 'nv'],
      [rx`_${WORD}*`, 'nv'],
      [/(?:<|>|=<|>=|==|=:=|=|\/|\/\/|\*|\+|-)(?=\s|[a-zA-Z0-9[])/, 'o'],
      [/[#&*+\-,./:<=>?@^~]+/, 'o'],
    ],
    comment: [
      [/\/\*/, 'cm', 'push'],
      [/\s*\*[^*/]+/, 'cm'],
      [/\*\//, 'cm', 'pop'],
    ],
  }),
};
