import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt out packed parent
  prog_timeout pseudo resource size syscall timeout type varlen
`;
const TYPES = `
  array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8 const csum filename
  fileoff flags fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr len offsetof optional proc ptr
  ptr64 string stringnoz text vma vma64 void
`;
const NAME = '[a-zA-Z_][a-zA-Z0-9_]*';
const NUMBERED = '[a-zA-Z0-9_]+';

const LEAVE: Rule = [/(?:)/, '', 'pop'];
const LIST: Rule = [/\[/, 'p', 'terms'];

export const lexer: LexerDefinition = {
  states: () => ({
    blanks: [[/[ \t]+/, ''], LEAVE],
    space: [[/\s+/, ''], [/#.*/, 'c'], LEAVE],
    name: [[rx`${NAME}`, 'n']],
    literal: [
      [/-?0x[\da-f]+/i, 'mh'],
      [/-?\d+/, 'mi'],
      [/'[^']?'/, 'sc'],
      [/"[^"]*"/, 's2'],
      [/`[^`]*`/, 'sb'],
    ],
    term: ['literal', [rx`${NAME}`, words({ k: KEYWORDS, kt: TYPES }, 'n')], [/:/, 'p'], [/\$/, 'n']],
    terms: [[/\s+/, ''], [/#.*/, 'c'], 'term', [/\[/, 'p', 'push'], [/,/, 'p'], [/[\])]/, 'p', 'pop']],
    'argument-type': ['term', LIST, LEAVE],
    include: [[/(<)([^>]+)(>)/, ['p', 's', 'p']], LEAVE],
    'optional-name': ['name', LEAVE],
    expression: ['name', 'literal', [/[~!%^&*\-+/|<>?:]/, 'o'], [/[(){}[\];,]/, 'p'], [/[ \t]+/, ''], LEAVE],
    'resource-type': [
      [/\[/, 'p', 'argument-type'],
      [/\]/, 'p', 'pop'],
    ],
    'resource-values': [[/:/, 'p', 'values space'], LEAVE],
    values: [[/[ \t]+/, ''], 'name', 'literal', [/,/, 'p', 'space'], LEAVE],
    flags: [[/[ \t]+/, ''], [/\./, 'p'], 'name', 'literal', [/,/, 'p', 'space'], LEAVE],
    arguments: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/\./, 'p'],
      [rx`${NAME}`, 'n', 'argument-type space'],
      [/,/, 'p'],
      [/\)/, 'p', 'pop'],
    ],
    'in-parentheses': [[/\(/, 'p', 'terms'], LEAVE],
    fields: [
      [rx`${NAME}`, 'n', 'space in-parentheses blanks argument-type space'],
      [/[}\]]/, 'p', 'pop'],
    ],
    'in-brackets': [LIST, LEAVE],
    'type-arguments': [[/\[/, 'p', 'type-argument-names'], LEAVE],
    'type-argument-names': [[/\s+/, ''], [/#.*/, 'c'], 'name', [/,/, 'p'], [/\]/, 'p', 'pop']],
    'type-body': [
      [/[{[]/, 'p', 'pop space in-brackets blanks fields space'],
      [/(?:)/, '', 'pop argument-type'],
    ],
    root: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/include|incdir/, 'k', 'include space'],
      [/define/, 'k', 'expression space optional-name space'],
      [/resource/, 'k', 'resource-values blanks resource-type blanks optional-name space'],
      [
        rx`(${NAME})(\s+)(=)`,
        (lexing: Lexing) => {
          lexing.groups(lexing.match![1] === '_' ? 'k' : 'n', '', 'p');
          lexing.push('flags');
          lexing.push('space');
        },
      ],
      [
        ambiguous(rx`(${NAME})(\$)?(${NUMBERED})?(\s+)?(\()`),
        ['nf', 'p', 'fm', '', 'p'],
        'in-parentheses blanks optional-name blanks arguments space',
      ],
      [rx`(${NAME}|${NAME}\$${NUMBERED})(\s+)?([{[])`, ['n', '', 'p'], 'blanks in-brackets blanks fields space'],
      [/type/, 'k', 'type-body space type-arguments optional-name space'],
    ],
  }),
};
