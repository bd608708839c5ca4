import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import { wordsInAnyCase } from '../words.ts';
import { FUNCTIONS, KEYWORDS, RESERVED, TYPES } from './plsql-words.ts';

const CLOSINGS: { readonly [open: string]: string } = { '{': '}', '[': ']', '(': ')', '<': '>' };
const NAMES = wordsInAnyCase({ kt: TYPES, nf: FUNCTIONS, kr: RESERVED, k: KEYWORDS }, 'n');
const LAST_NAMES = wordsInAnyCase({ nf: FUNCTIONS }, 'n');

/** `q'[…]'`, with its own delimiters. */
function quoted(lexing: Lexing): void {
  const open = lexing.match![1]!;
  const close = (CLOSINGS[open] ?? open).replace(/[\^$\\.*+?()[\]{}|/-]/, '\\$&');
  lexing.token('o');
  lexing.pushMade(`quoted ${open}`, () => [
    [rx`(?:${close}[^']|[^${close}]'|[^${close}'])+`, 'sx'],
    [rx`${close}'`, 'o', 'pop'],
  ]);
}

function name(lexing: Lexing): void {
  lexing.groups(NAMES.of(lexing.match![1]!).token, 'p');
  if (lexing.match![2] === '.') lexing.push('dotted');
}

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    const NAME = later ? '[a-zA-Z][\\w$]*' : '\\w[\\w$]*';
    return {
      root: [
        [/\s+/, ''],
        [/--.*/, 'c1'],
        [/\/\*/, 'cm', 'comment'],
        [/q'(.)/i, quoted],
        [/'/, 'o', 'single-quotes'],
        [/"/, 'o', 'double-quotes'],
        [
          later
            ? /(\$(?:IF|THEN|ELSE|ELSIF|ERROR|END|\$\$?[a-z]\w*))(\s+)/i
            : /(\$(?:IF|THEN|ELSE|ELSIF|ERROR|END|\$\$?\w\w*))(\s+)/i,
          ['cp', ''],
        ],
        [/[+-]?(?:\.\d+(?:[eE][+-]?\d+)?|\d+\.(?:\d+(?:[eE][+-]?\d+)?)?)[fFdD]?/, 'mf'],
        [/[+-]?\d+/, 'mi'],
        [/%(?:TYPE|ROWTYPE|FOUND|ISOPEN|NOTFOUND|ROWCOUNT)\b/i, 'na'],
        [/=>|\|\||\*\*|<<|>>|\.\.|<>|[:!~^<>]=|[-+%/*=<>@&!^[\]]/, 'o'],
        [/(NOT|AND|OR|LIKE|BETWEEN|IN)(\s)/i, ['ow', '']],
        [/(IS)(\s+)(?:(NOT)(\s+))?(NULL\b)/i, ['ow', '', 'ow', '', 'ow']],
        [/\.(?=\w)/, 'p', 'dotted'],
        [/[;:(),.]/, 'p'],
        [
          rxi`(create)(\s+)(?:(or)(\s+)(replace)(\s+))?(package|function|procedure|type)(?:(\s+)(body))?(\s+)(${NAME})`,
          ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'n'],
        ],
        [
          /(when)(\s+)(?:(not)(\s+))?(matched)(\s+)(then)(\s+)(update|insert)\b(?:(\s+)(set)(\s+))?/i,
          ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', ''],
        ],
        [rx`(${NAME})(\.(?=\w))?`, name],
      ],
      comment: [
        [/(?:[*][^/]|[^*])+/, 'cm'],
        [/[*]\//, 'cm', 'pop'],
      ],
      'single-quotes': [
        [/\\./, 'se'],
        [/''/, 'se'],
        [/'/, 'o', 'pop'],
        [/[^\\']+/, 's1'],
      ],
      'double-quotes': [
        [/\\./, 'se'],
        [/""/, 'se'],
        [/"/, 'o', 'pop'],
        [/[^\\"]+/, 'nv'],
      ],
      dotted: [
        [rx`(${NAME})(\.(?=\w))`, ['n', 'p']],
        [
          rx`${NAME}`,
          (lexing: Lexing) => {
            lexing.token(LAST_NAMES.of(lexing.text).token);
            lexing.pop();
          },
        ],
      ],
    };
  },
};
