import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import type { Token } from '../tokens.ts';

const resetAfter =
  (...tokens: Token[]) =>
  (lexing: Lexing) => {
    lexing.groups(...tokens);
    lexing.resetStack();
  };

function quotedAs(text: string | undefined, otherwise: Token): Token {
  if (/'[^']*'/.test(text ?? '')) return 's1';
  return /"[^"]*"/.test(text ?? '') ? 's2' : otherwise;
}

const STRINGS: Rule[] = [
  [/'[^']*'/, 's1'],
  [/"[^"]*"/, 's2'],
];
const NUMBERS: Rule[] = [
  [/-/, 'o'],
  [/\d+\.\d+/, 'mf'],
  [/\d+/, 'mi'],
];

/** A body that isn't parsed: of `comment` and `raw`. */
function unread(name: string, token: Token, delimiter: Token): Rule[] {
  return [
    [/[^{]+/, token],
    [new RegExp(`(\\{%-?)(\\s*)(end${name})(\\s*)(-?%\\})`), resetAfter(delimiter, 'w', 'nt', 'w', delimiter)],
    [/\{/, token],
  ];
}

const EARLIER: States = {
  root: [
    [/[^{]+/, ''],
    [/(\{%-?)(\s*)/, ['p', 'w'], 'tag'],
    [/(\{\{-?)(\s*)/, ['p', 'w'], 'output'],
    [/\{/, ''],
  ],
  tag: [
    [/(?:if|elsif|unless|case)\b/, 'kr', 'condition'],
    [/when\b/, 'kr', 'when'],
    [/(else)(\s*)(-?%\})/, ['kr', 'w', 'p'], 'pop'],
    [/(capture|(?:in|de)crement)(\s+)([^\s%]+)(\s*)(-?%\})/, ['nt', 'w', 'nv', 'w', 'p'], 'pop'],
    [/(comment)(\s*)(-?%\})/, ['nt', 'w', 'p'], 'comment'],
    [/(raw)(\s*)(-?%\})/, ['nt', 'w', 'p'], 'raw'],
    [/(end(?:if|unless|case))(\s*)(-?%\})/, ['kr', 'w', 'p'], 'pop'],
    [/(end[^\s%]+)(\s*)(-?%\})/, ['nt', 'w', 'p'], 'pop'],
    [/(?:assign|echo)\b/, 'nt', 'assign'],
    [/(?:include|render)\b/, 'nt', 'include'],
    [
      /(cycle)(\s+)(?:([^\s:]*)(\s*)(:))?(\s*)/,
      (lexing: Lexing) => {
        lexing.groups('nt', 'w', quotedAs(lexing.match![3], 'na'), 'w', 'p', 'w');
        lexing.push('values-of-tag');
      },
    ],
    [
      /(for|tablerow)(\s+)([\w-]+)(\s+)(in)(\s+)((?:[^\s%,|'"]|"[^"]*"|'[^']*')+)(\s*)/,
      (lexing: Lexing) => {
        lexing.groups('nt', 'w', 'nv', 'w', 'nt', 'w', quotedAs(lexing.match![7], 'nv'), 'w');
        lexing.push('markup');
      },
    ],
    [/([^\s%]+)(\s*)/, ['nt', 'w'], 'markup'],
  ],
  output: [[/(\|)(\s*)([a-zA-Z_][^\s}|:]*)/, ['p', 'w', 'nf'], 'filters'], 'output-end', 'value'],
  filters: [[/(\|)(\s*)([a-zA-Z_][^\s%}|:]*)/, ['p', 'w', 'nf']], 'output-end', 'tag-end', 'values'],
  condition: [[/[=!]=|[<>]=?/, 'o'], [/(?:and|or|contains)\b/, 'ow'], 'tag-end', 'value'],
  when: ['tag-end', 'value'],
  'output-end': [[/(-?\}\})/, resetAfter('p')]],
  'tag-end': [[/(-?%\})/, resetAfter('p')]],
  parameters: ['space', 'keyword', ...STRINGS, ...NUMBERS, [/([^\s=:]+)(\s*)(=|:)/, ['na', 'w', 'o']], [/[,:]/, 'p']],
  values: ['parameters', 'variable', [/\S+/, '']],
  markup: [[/reversed\b/, 'na'], 'tag-end', 'parameters', [/\S+/, '']],
  'values-of-tag': ['tag-end', 'values'],
  keyword: [[/(?:false|true|nil)\b/, 'kc']],
  variable: [
    [/(?:empty|blank|forloop\.[^\s%}|:]+)\b/, 'nb'],
    [/\.(?=\w)|\[|\]/, 'p'],
    [/(?:first|last|size)\b/, 'nf'],
    [/[a-zA-Z_][\w-]*\??/, 'nv'],
  ],
  value: ['space', 'keyword', ...STRINGS, ...NUMBERS, 'variable'],
  space: [[/[ \t]+/, 'w']],
  comment: unread('comment', 'c', 'p'),
  raw: unread('raw', '', 'p'),
  assign: [[/=/, 'o'], [/(\|)(\s*)([a-zA-Z_][^\s%|:]*)/, ['p', 'w', 'nf'], 'filters'], 'tag-end', 'value'],
  include: [
    [/(\{\{-?)(\s*)/, ['p', 'w'], 'embedded-output'],
    [/(?:with|for)\b/, 'nt'],
    [/[/\w-]+(?:\.[\w-]+)+\b/, ''],
    'values-of-tag',
  ],
  'embedded-output': [[/(\|)(\s*)([a-zA-Z_][^\s}|:]*)/, ['p', 'w', 'nf']], [/-?\}\}/, 'p', 'pop'], 'values'],
};

/** Each line of a `{% liquid %}` tag is a tag. */
function newline(lexing: Lexing): void {
  lexing.token('w');
  if (!lexing.within('liquid')) return;
  while (lexing.state !== 'liquid') lexing.pop();
}

const LATER: States = {
  root: [
    [/[^{]+/, ''],
    [/(\{%-?)(\s*)/, ['cp', 'w'], 'tag'],
    [/(\{\{-?)(\s*)/, ['cp', 'w'], 'output'],
    [/\{/, ''],
  ],
  'tag-end': [[/(\s*)(-?%\})/, resetAfter('w', 'cp')], [/\n\s*/, newline], 'space'],
  'output-end': [[/(\s*)(-?\}\})/, resetAfter('w', 'cp')]],
  liquid: ['tag-end', 'tag'],
  tag: [
    [/liquid\b/, 'nt', 'liquid'],
    [/(?:if|elsif|unless|case)\b/, 'nt', 'condition'],
    [/when\b/, 'nt', 'value-of-tag'],
    [/(?:else|ifchanged|end\w+)\b/, 'nt', 'tag-end'],
    [/(?:break|continue)\b/, 'kr', 'tag-end'],
    [/(for|tablerow)(\s+)(\S+)(\s+)(in)(\s+)/, ['nt', 'w', 'nv', 'w', 'nt', 'w'], 'iteration'],
    [/(capture|(?:in|de)crement)(\s+)([a-zA-Z_](?:\w|-(?!%))*)/, ['nt', 'w', 'nv'], 'tag-end'],
    [/(comment)(\s*)(-?%\})/, ['nt', 'w', 'cp'], 'comment'],
    [/(raw)(\s*)(-?%\})/, ['nt', 'w', 'cp'], 'raw'],
    [/(?:assign|echo)\b/, 'nt', 'assign'],
    [/(include|render)(\s+)([/\w-]+(?:\.[\w-]+)+\b)?/, ['nt', 'w', ''], 'include'],
    [
      /(cycle)(\s+)(?:([\w-]+|'[^']*'|"[^"]*")(\s*)(:))?(\s*)/,
      (lexing: Lexing) => {
        lexing.groups('nt', 'w', quotedAs(lexing.match![3], 'na'), 'w', 'p', 'w');
        lexing.push('arguments-of-tag');
      },
    ],
    [/\w+\b/, 'nt', 'block-arguments'],
    'tag-end',
  ],
  output: [[/(\|)(\s*)/, ['p', 'w'], 'filters filter'], 'output-end', 'static', 'variable'],
  condition: [[/[=!]=|[<>]=?/, 'o'], [/(?:and|or|contains)\b/, 'ow'], 'value-of-tag'],
  'value-of-tag': ['tag-end', 'static', 'variable'],
  iteration: [[/(?:reversed|continue)\b/, 'na'], [/\(/, 'p', 'range'], 'arguments-of-tag'],
  'block-arguments': [
    [/\{\{-?/, 'cp', 'embedded-output'],
    [/(\|)(\s*)/, ['p', 'w'], 'filters filter'],
    'arguments-of-tag',
  ],
  'arguments-of-tag': ['tag-end', 'arguments'],
  comment: unread('comment', 'c', 'cp'),
  raw: unread('raw', '', 'cp'),
  assign: [[/=/, 'o'], [/\(/, 'p', 'range'], [/(\|)(\s*)/, ['p', 'w'], 'filters filter'], 'value-of-tag'],
  include: [[/\{\{-?/, 'cp', 'embedded-output'], [/(?:with|for|as)\b/, 'kr'], 'arguments-of-tag'],
  'embedded-output': [[/(\|)(\s*)([a-zA-Z_](?:\w|-(?!\}))*)/, ['p', 'w', 'nf']], [/-?\}\}/, 'cp', 'pop'], 'arguments'],
  range: [[/\.\./, 'p'], [/\)/, 'p', 'pop'], 'space', ...NUMBERS, 'variable'],
  filters: [[/(\|)(\s*)/, ['p', 'w'], 'filter'], 'tag-end', 'output-end', 'arguments'],
  filter: [[/[a-zA-Z_](?:\w|-(?![%}]))*/, 'nf', 'pop'], 'space'],
  arguments: ['static', [/([a-zA-Z_][\w-]*)(\s*)(=|:)/, ['na', 'w', 'o']], 'variable'],
  static: [[/(?:false|true|nil)\b/, 'kc'], ...STRINGS, [/[,:]/, 'p'], 'space', ...NUMBERS],
  space: [
    [/\s+/, 'w'],
    [/#.*?(?=$|-?[}%]\})/, 'c'],
  ],
  variable: [
    [/(\.)(\s*)(first|last|size)\b(?![?!/])/, ['p', 'w', 'nf']],
    [/\.(?= *\w)|\[|\]/, 'p'],
    [/(?:empty|blank|(?:for|tablerow)loop\.(?:parentloop\.)*\w+)\b(?![?!/])/, 'nb'],
    [/[a-zA-Z_][\w-]*\b-?(?![?!/])/, 'nv'],
    [/\S+/, ''],
  ],
};

export const lexer: LexerDefinition = { states: (rouge) => (rouge.later ? LATER : EARLIER) };
