import type { LexerDefinition } from '../lexer.ts';
import { ambiguous } from '../rx.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    root: [
      [/\s+/, ''],
      [/[;#].*/, 'c'],
      [/\[.*?\]$/, 'k'],
      [ambiguous(/(.*?)(=)(.*)(\\\n)/), ['nt', 'p', '', 'se'], 'continuation'],
      [/(.*?)(=)(.*)/, ['nt', 'p', '']],
    ],
    continuation: [
      [/(.*?)(\\\n)/, ['', 'se']],
      [rouge.later ? /.*/ : /.*'/, '', 'pop'],
    ],
  }),
};
