import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { list, words } from '../words.ts';
import { CONSTANTS, DISTRIBUTION_SUFFIXES, DISTRIBUTIONS, FUNCTIONS, KEYWORDS, RESERVED, TYPES } from './stan-words.ts';

const NAME = '[a-zA-Z_][a-zA-Z0-9_]*';
const SPACE = '(?:\\s|//.*?\\n|/[*].*?[*]/)+';
const FLOAT = '(?:\\d+[.]\\d*|[.]?\\d+)e[+-]?\\d+|\\d*[.]\\d+';

const BUILTINS = new Set([
  ...list(FUNCTIONS),
  ...list(DISTRIBUTIONS).flatMap((name) => ['', ...list(DISTRIBUTION_SUFFIXES)].map((suffix) => name + suffix)),
]);
const CONSTANT_NAMES = new Set(list(CONSTANTS));

function call(lexing: Lexing): void {
  const [, type = '', name = ''] = lexing.match!;
  lexing.recurse(type);
  if (BUILTINS.has(name)) lexing.token('nb', name);
  // Rouge emits the type a second time.
  else if (CONSTANT_NAMES.has(name)) lexing.token('kc');
  else lexing.token('nf', name);
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      'space',
      [/#include/, 'cp', 'include'],
      [/#.*/, 'gd'],
      [/functions|(?:transformed\s+)?data|(?:transformed\s+)?parameters|model|generated\s+quantities/, 'nn'],
      [/\{/, 'p', 'braces'],
      'scope',
    ],
    include: [[/(\s+)(\S+)(\s*)/, ['', 'cpf', ''], 'pop']],
    space: [
      [/\n+/, ''],
      [/\/\/(?:\\.|.)*?$/, 'c1'],
      [/[ \t\r]+/, ''],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
    ],
    statements: [
      'space',
      [/#include/, 'cp', 'include'],
      [/#.*/, 'gd'],
      [ambiguous(rx`(?:${FLOAT}|\d+)${SPACE}[+-]${SPACE}(?:${FLOAT}|\d+)i|(?:${FLOAT}|\d+)i|${FLOAT}`), 'mf'],
      [/\d+/, 'mi'],
      [/\*\//, 'err'],
      [/[=<>!+\-*/^'\\~?:]|&&|\|\||\.[+\-*/^]/, 'o'],
      [/[[\],.;]/, 'p'],
      [/\|(?!\|)/, 'p'],
      [/T\b/, 'kr'],
      [/(?:lower|upper)\b/, 'na'],
      [rx`${NAME}`, words({ k: KEYWORDS, kt: TYPES, kr: RESERVED }, 'nv')],
    ],
    scope: [
      'space',
      [ambiguous(rx`((?:(?:[a-z_]\s*(?:\[[0-9, ]\])?)\s+)*)(${NAME})(?=\([^;]*?\))`), call],
      [/\{/, 'p', 'braces'],
      [/\(/, 'p', 'parentheses'],
      'statements',
    ],
    braces: ['scope', [/\}/, 'p', 'pop']],
    parentheses: ['scope', [/\)/, 'p', 'pop']],
  }),
};
