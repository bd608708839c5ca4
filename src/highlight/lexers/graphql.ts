import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import type { Token } from '../tokens.ts';

const NAME = '[_A-Za-z][_0-9A-Za-z]*';

/** A single value ends the state; one in a list doesn't. */
const value = (token: Token) => (lexing: Lexing) => {
  lexing.token(token);
  if (lexing.state !== 'list') lexing.pop();
};

const close =
  (...outer: readonly string[]) =>
  (lexing: Lexing) => {
    lexing.token('p');
    lexing.pop();
    if (outer.includes(lexing.state)) lexing.pop();
  };

function description(lexing: Lexing): void {
  const [, open, before, text, after, end] = lexing.match!;
  lexing.token('s2', open);
  lexing.token('w', before);
  lexing.delegate('markdown', text!);
  lexing.token('w', after);
  lexing.token('s2', end);
}

export const lexer: LexerDefinition = {
  delegates: ['markdown'],
  states: () => ({
    root: [
      [/(?:query|mutation|subscription)\b/, 'k', 'query'],
      [/\{/, 'p', 'query selection'],
      [/fragment\b/, 'k', 'fragment'],
      [/scalar\b/, 'k', 'value'],
      [/(?:type|interface|enum|input|schema)\b/, 'k', 'type'],
      [/union\b/, 'k', 'union'],
      [/extend\b/, 'k'],
      'basic',
      [/(""")(\n)([\s\S]*?)(\n)(""")/, description],
    ],
    basic: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/[!,]/, 'p'],
    ],
    directives: [
      [rx`(@${NAME})(\s*)(\()`, ['k', 'w', 'p'], 'arguments'],
      [rx`@${NAME}\b`, 'k'],
    ],
    fragment: [[/on\b/, 'k'], 'query'],
    query: ['directives', [rx`${NAME}\b`, 'n'], [/\(/, 'p', 'variables'], [/\{/, 'p', 'selection'], 'basic'],
    type: [[/implements\b/, 'k'], [rx`${NAME}\b`, 'n'], [/\(/, 'p', 'variables'], [/\{/, 'p', 'fields'], 'basic'],
    union: [[rx`${NAME}\b`, 'n'], [/=/, 'p', 'union-member'], 'basic'],
    'union-member': [[rx`${NAME}\b`, 'n', 'goto union-end'], 'basic'],
    'union-end': [[/\|/, 'p', 'goto union-member'], [/(?!\||\s+|#[^\n]*)/, '', 'pop pop'], 'basic'],
    fields: [
      [/\}/, 'p', 'pop pop'],
      [rx`(${NAME})(\s*)(\()`, ['n', 'w', 'p'], 'variables'],
      [rx`${NAME}\b`, 'n'],
      [/:/, 'p', 'type-name'],
      'basic',
    ],
    arguments: [[/\)/, 'p', 'pop'], [rx`${NAME}\b`, 'n'], [/:/, 'p', 'value'], 'basic'],
    variables: [
      [/\)/, 'p', 'pop'],
      [rx`\$${NAME}\b`, 'nv'],
      [rx`${NAME}\b`, 'n'],
      [/:/, 'p', 'type-name'],
      [/=/, 'p', 'value'],
      'basic',
    ],
    'type-name': [
      [/(?:Int|Float|String|Boolean|ID)\b/, 'nb', 'pop'],
      [rx`${NAME}\b`, 'n', 'pop'],
      [/\[/, 'p', 'type-list'],
      'basic',
    ],
    'type-list': [[/(?:Int|Float|String|Boolean|ID)\b/, 'nb'], [rx`${NAME}\b`, 'n'], [/\]/, 'p', 'pop pop'], 'basic'],
    selection: [
      'directives',
      [/\}/, close('query', 'fragment')],
      [rx`(${NAME})(\s*)(\()`, ['n', 'w', 'p'], 'arguments'],
      [rx`(${NAME})(\s*)(:)`, ['n', 'w', 'p']],
      [rx`${NAME}\b`, 'n'],
      [/(\.\.\.)(\s+)(on)\b/, ['p', 'w', 'k']],
      [/\.\.\./, 'p'],
      [/\{/, 'p', 'selection'],
      'basic',
    ],
    list: [[/\]/, close('value')], 'value'],
    object: [[/\}/, close('value')], [rx`(${NAME})(\s*)(:)`, ['n', 'w', 'p'], 'value'], 'basic'],
    value: [
      [/"""[\s\S]*?"""/, 's2'],
      [rx`\$${NAME}\b`, value('nv')],
      [/(?:true|false|null)\b/, value('kc')],
      [/[+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?/, value('mf')],
      [/[+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?/, value('mi')],
      [rx`${escapableString('"')}`, value('s2')],
      [rx`${NAME}\b`, value('n')],
      [/\{/, 'p', 'object'],
      [/\[/, 'p', 'list'],
      'basic',
    ],
  }),
};
