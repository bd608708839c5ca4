import type { LexerDefinition, Rule } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT ANYUNION AUTO false
  nil true void async fail_nth rerun
`;
const NAME = '[a-zA-Z_][a-zA-Z0-9_]*';

const LEAVE: Rule = [/(?:)/, '', 'pop'];

export const lexer: LexerDefinition = {
  states: () => ({
    blanks: [[/[ \t]+/, ''], LEAVE],
    space: [[/\s+/, ''], [/#.*/, 'c'], LEAVE],
    term: [
      [/-?0x[\da-f]+/i, 'mh'],
      [/-?\d+/, 'mi'],
      [/"[^"]*"/, 's2'],
      [/`[^`]*`/, 'sb'],
      [/'[^']*'/, 's1'],
      [/r[0-9]+/, 'kp'],
      [rx`${NAME}`, words({ k: KEYWORDS }, 'n')],
    ],
    modifiers: [[/\s+/, ''], [/#.*/, 'c'], 'term', [/[,:]/, 'p'], [/\)/, 'p', 'pop']],
    'in-parentheses': [[/\(/, 'p', 'modifiers'], LEAVE],
    arguments: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      'term',
      [/[@&=,<>{}[\]!#$%^*\-+/|~:;.?]/, 'p'],
      [/\(/, 'p', 'push'],
      [/\)/, 'p', 'pop'],
    ],
    root: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/(r[0-9]+)(\s+)(=)/, ['kp', '', 'p']],
      [
        ambiguous(rx`(${NAME})(\$)?([a-zA-Z0-9_]+)?(\s+)?(\()`),
        ['nf', 'p', 'fm', '', 'p'],
        'in-parentheses blanks arguments space',
      ],
    ],
  }),
};
