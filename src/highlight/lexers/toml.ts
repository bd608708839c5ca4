import type { LexerDefinition, Rule, States } from '../lexer.ts';
import type { Token } from '../tokens.ts';

/** The forms of keys, each in a rule of its own, so that the failures of each can be remembered. */
const KEYS = ['\\S+', '"[^"]+"', "'[^']+'"];
const key = (rest: string, ...then: [readonly Token[]] | [readonly Token[], string]): Rule[] =>
  KEYS.map((written): Rule => [new RegExp(`(${written})(\\s*)${rest}`), ...then]);

const STRINGS: States = {
  'double-quotes': [[/"/, 's', 'pop'], [/\n/, 'err', 'pop'], 'escapes', [/[^\\"\n]+/, 's']],
  'long-double-quotes': [[/"""/, 's', 'pop'], 'escapes', [/[^\\"]+/, 's'], [/"+/, 's']],
  'single-quotes': [
    [/'/, 's', 'pop'],
    [/\n/, 'err', 'pop'],
    [/[^'\n]+/, 's'],
  ],
  'long-single-quotes': [
    [/'''/, 's', 'pop'],
    [/[^']+/, 's'],
    [/'+/, 's'],
  ],
  escapes: [[/\\[0t\tn\n "\\r]/, 'se']],
};

const EARLIER: States = {
  ...STRINGS,
  basic: [
    [/\s+/, ''],
    [/#.*/, 'c'],
    [/true|false/, 'kc'],
    ...key('(=)(\\s*)(\\{)', ['nn', '', 'o', '', 'p'], 'inline-table'),
    [/\[\S+\]/, 'nn'],
    [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/, 'ld'],
    [/[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?/, 'mf'],
    [/[+-]?\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*/, 'mf'],
    [/[+-]?(?:nan|inf)/, 'mf'],
    [/0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*/, 'mh'],
    [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
    [/0b[01]+(?:_[01]+)*/, 'mb'],
    [/[+-]?\d+(?:_\d+)*/, 'mi'],
  ],
  root: ['basic', ...key('(=)', ['py', '', 'p'], 'value')],
  value: [[/\n/, '', 'pop'], 'content'],
  content: [
    'basic',
    ...key('(=)', ['py', '', 'p']),
    [/"""/, 's', 'long-double-quotes'],
    [/"/, 's', 'double-quotes'],
    [/'''/, 's', 'long-single-quotes'],
    [/'/, 's', 'single-quotes'],
    'escapes',
    [/,/, 'p'],
    [/\[/, 'p', 'array'],
  ],
  array: ['content', [/\]/, 'p', 'pop']],
  'inline-table': ['content', [/\}/, 'p', 'pop']],
};

const LATER: States = {
  ...STRINGS,
  root: ['space', 'key', [/(=)(\s*)/, ['o', 'w'], 'value'], [/\[\[?/, 'k', 'table']],
  key: [
    [/[A-Za-z0-9_-]+/, 'n'],
    [/"/, 's', 'double-quotes'],
    [/'/, 's', 'single-quotes'],
    [/\./, 'p'],
  ],
  table: [
    [/[A-Za-z0-9_-]+/, 'n'],
    [/"/, 's', 'double-quotes'],
    [/'/, 's', 'single-quotes'],
    [/\./, 'k'],
    [/\]\]?/, 'k', 'pop'],
    [/[ \t]+/, 'w'],
  ],
  value: [
    [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/, 'ld', 'pop'],
    [/\d\d:\d\d:\d\d(?:\.\d+)?/, 'ld', 'pop'],
    [/[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?/, 'mf', 'pop'],
    [/[+-]?\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*/, 'mf', 'pop'],
    [/[+-]?(?:nan|inf)/, 'mf', 'pop'],
    [/0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*/, 'mh', 'pop'],
    [/0o[0-7]+(?:_[0-7]+)*/, 'mo', 'pop'],
    [/0b[01]+(?:_[01]+)*/, 'mb', 'pop'],
    [/[+-]?\d+(?:_\d+)*/, 'mi', 'pop'],
    [/"""/, 's', 'pop long-double-quotes'],
    [/"/, 's', 'pop double-quotes'],
    [/'''/, 's', 'pop long-single-quotes'],
    [/'/, 's', 'pop single-quotes'],
    [/true|false/, 'kc', 'pop'],
    [/\[/, 'p', 'pop array'],
    [/\{/, 'p', 'pop inline-table'],
  ],
  array: ['space', [/,/, 'p'], [/\]/, 'p', 'pop'], [/(?:)/, '', 'value']],
  'inline-table': [[/[ \t]+/, 'w'], 'key', [/(=)(\s*)/, ['p', 'w'], 'value'], [/,/, 'p'], [/\}/, 'p', 'pop']],
  space: [
    [/\s+/, ''],
    [/#.*/, 'c'],
  ],
};

export const lexer: LexerDefinition = { states: (rouge) => (rouge.later ? LATER : EARLIER) };
