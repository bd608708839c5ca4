import type { States } from '../lexer.ts';
import { rx } from '../rx.ts';

export const SIMPLE_NAME = '[a-zA-Z_][a-zA-Z_\\-.0-9]*';
export const QUALIFIED_NAME = `${SIMPLE_NAME}(?::${SIMPLE_NAME})?`;
export const NAME = `(?:Q\\{[^{}]*\\}${SIMPLE_NAME}|${QUALIFIED_NAME})`;

const OPEN = '\\((?!:)';
const STRING = `"(?:""|[^"])*"|'(?:''|[^'])*'`;
const KIND = 'element|attribute|schema-element|schema-attribute|comment|text|node|document-node|namespace-node';
const AXIS = [
  'child|descendant|attribute|self|descendant-or-self|following-sibling|following|namespace|parent|ancestor',
  'preceding-sibling|preceding|ancestor-or-self',
].join('|');
const OPERATOR = /,|=>?|:=?|>[=>]?|<[=<]?|-|\*|!=|\+|\/\/?|\|\|?/;
const WORD_OPERATOR = /(?:and|or|eq|ge|gt|le|lt|ne|is|div|mod|idiv|intersect|except|union|to)\b/;
const KEYWORD = /(?:let|for|some|every|if|then|else|return|in|satisfies)\b/;

/** The states of XPath, to which XQuery adds its own. */
export const XPATH_STATES: States = {
  space: [
    [/\(:/, 'c', 'comment'],
    [/\s+/, 'w'],
  ],
  root: [
    'space',
    [/\.[0-9]+|[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+/, 'mf'],
    [/\.[0-9]+|[0-9]+\.[0-9]*/, 'mf'],
    [/[0-9]+/, 'm'],
    [rx`${STRING}`, 's'],
    [/\$/, 'nv', 'variable'],
    [OPERATOR, 'o'],
    [WORD_OPERATOR, 'ow'],
    [KEYWORD, 'k'],
    [/[?,{}()[\]]/, 'p'],
    [rx`(function)(\s*)(${OPEN})`, ['k', 'w', 'p']],
    [/map|array|empty-sequence/, 'k'],
    [rx`(${KIND})(\s*)(${OPEN})`, ['k', 'w', 'p'], 'kind'],
    [rx`(processing-instruction)(\s*)(${OPEN})`, ['k', 'w', 'p'], 'instruction'],
    [rx`(${NAME})(\s*)(${OPEN})`, ['nf', 'w', 'p']],
    [rx`(${NAME})(\s*)(#)(\s*)(\d+)`, ['nf', 'w', 'nf', 'w', 'nf']],
    [/(cast|castable)(\s+)(as)/, ['k', 'w', 'k'], 'single-type'],
    [/(treat)(\s+)(as)/, ['k', 'w', 'k'], 'item-type'],
    [/(instance)(\s+)(of)/, ['k', 'w', 'k'], 'item-type'],
    [/as\b/, 'k', 'item-type'],
    [rx`(${SIMPLE_NAME})(\s*)(:)(\s*)(\*)`, ['nt', 'w', 'p', 'w', 'o']],
    [rx`(\*)(\s*)(:)(\s*)(${SIMPLE_NAME})`, ['o', 'w', 'p', 'w', 'nt']],
    [rx`(${AXIS})(\s*)(::)`, ['k', 'w', 'o']],
    [/\.\.|\.|\*/, 'o'],
    [/@/, 'na', 'attribute-name'],
    [rx`${NAME}`, 'nt'],
  ],
  'single-type': ['space', [rx`${NAME}`, 'kt', 'pop']],
  'item-type': [
    'space',
    [rx`(${KIND})(\s*)(${OPEN})`, ['kt', 'w', 'p'], 'goto occurrence kind'],
    [rx`(processing-instruction)(\s*)(${OPEN})`, ['kt', 'w', 'p'], 'goto occurrence instruction'],
    [rx`(item)(\s*)(${OPEN})(\s*)(\))`, ['kt', 'w', 'p', 'w', 'p'], 'goto occurrence'],
    [rx`(function|array|map|empty-sequence)(\s*)(${OPEN})`, ['kt', 'w', 'p']],
    [/(cast|castable)(\s+)(as)/, ['k', 'w', 'k'], 'goto single-type'],
    [/(treat)(\s+)(as)/, ['k', 'w', 'k'], 'goto item-type'],
    [/(instance)(\s+)(of)/, ['k', 'w', 'k'], 'goto item-type'],
    [/as\b/, 'k'],
    [OPERATOR, 'o', 'pop'],
    [WORD_OPERATOR, 'ow', 'pop'],
    [KEYWORD, 'k', 'pop'],
    [/[[),]/, 'p', 'pop'],
    [rx`${NAME}`, 'kt', 'goto occurrence'],
  ],
  kind: [
    'space',
    [/[?*]/, 'o'],
    [/,/, 'p'],
    [rx`(element|schema-element)(\s*)(${OPEN})`, ['kt', 'w', 'p'], 'push'],
    [rx`${NAME}`, 'nt'],
    [/\)/, 'p', 'pop'],
  ],
  instruction: ['space', [rx`${SIMPLE_NAME}`, 'n'], [rx`${STRING}`, 's'], [/\)/, 'p', 'pop']],
  occurrence: ['space', [/[?*+]/, 'o', 'pop'], [/(?![?*+])/, '', 'pop']],
  variable: ['space', [rx`(${NAME})(\s*)(${OPEN})`, ['nv', 'w', 'p'], 'pop'], [rx`${NAME}`, 'nv', 'pop']],
  'attribute-name': ['space', [rx`${NAME}`, 'na', 'pop'], [/\*/, 'o', 'pop']],
  comment: [
    [/:\)/, 'c', 'pop'],
    [/\(:/, 'c', 'push'],
    [/[^:(]+/, 'c'],
    [/[:(]/, 'c'],
  ],
};
