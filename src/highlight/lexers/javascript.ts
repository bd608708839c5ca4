import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import type { RougeVersion } from '../versions.ts';
import { list, type Meaning, Words } from '../words.ts';
import { slashRegexp } from './slash-regexp-states.ts';

/** The words of JavaScript and of the languages based on it. */
export interface JavascriptWords {
  readonly keywords: string;
  readonly declarations: string;
  readonly reserved: string;
  readonly constants: string;
  readonly builtins: string;
}

export function javascriptWords(rouge: RougeVersion): JavascriptWords {
  return {
    keywords: `${!rouge.later ? 'as ' : ''}
      async await break case catch continue debugger default delete do else export finally from for if import in
      instanceof new of return super switch this throw try typeof void while yield
    `,
    declarations: 'var let const with function class extends constructor get set static',
    reserved: 'enum implements interface package private protected public',
    constants: 'true false null NaN Infinity undefined',
    builtins: `
      Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI
      decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window
      navigator self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array
      Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray
      Float32Array Float64Array DataView ArrayBuffer
    `,
  };
}

/** Rouge's character class, case-insensitive: U+0345 is another case of the small iota. */
export const NAME = '[\\p{L}\\p{Nl}\\u0345$_][\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]*';

/** After keywords and declarations comes an operand, so a slash starts a regular expression. */
function nameWords({ keywords, declarations, reserved, constants, builtins }: JavascriptWords): Words {
  const meanings = new Map<string, Meaning>();
  const add = (text: string, token: Token, next?: string) => {
    for (const word of list(text)) if (word !== '' && !meanings.has(word)) meanings.set(word, { token, next });
  };
  add(keywords, 'k', 'operand');
  add(declarations, 'kd', 'operand');
  add(reserved, 'kr');
  add(constants, 'kc');
  add(builtins, 'nb');
  return new Words(meanings, { token: 'nx' }, false);
}

/** Rouge 4's calls: a name, then a parenthesis that is closed somewhere. */
function callRules(words: JavascriptWords): Rule[] {
  const keywords = new Set(list(words.keywords));
  const closes = (lexing: Lexing) => lexing.nextOf(')', lexing.position + 1) < lexing.input.length;
  const lineCloses = (lexing: Lexing) => lexing.input[lexing.nextOf(')\n', lexing.position + 1)] === ')';
  return [
    [/(class)((?:\s|\\\s)+)/, ['kd', ''], 'class-name'],
    [
      /[\p{Nl}$_]*\p{Lu}[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*[ \t]*(?=\()/u,
      (lexing: Lexing) => (closes(lexing) ? lexing.token('nc') : false),
    ],
    [rx`(function)((?:\s|\\\s)+)(${NAME})`, ['kd', '', 'nf']],
    [/function(?=\()/, (lexing: Lexing) => (lineCloses(lexing) ? lexing.token('kd') : false)],
    [
      rx`(#?${NAME})[ \t]*(?=\()`,
      (lexing: Lexing) => (closes(lexing) ? lexing.token(keywords.has(lexing.match![1]!) ? 'k' : 'nf') : false),
    ],
  ];
}

export function javascriptStates(rouge: RougeVersion, words: JavascriptWords): States {
  const later = rouge.later;
  return {
    'multiline-comment': [
      [/\*\//, 'cm', 'pop'],
      [/[^*/]+/, 'cm'],
      [/[*/]/, 'cm'],
    ],
    space: [
      [/\s+/, ''],
      [/<!--/, 'c'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'multiline-comment'],
    ],
    operand: ['space', [/\//, 'sr', 'goto regexp'], [/\{/, 'p', 'goto object'], [/(?:)/, '', 'pop']],
    ...slashRegexp([/[gimuy]+/, 'sr', 'pop']),
    root: [
      [/\s*#![\s\S]*?\n/, 'cp', 'statement'],
      'space',
      [/\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'operand'],
      [/[-<>+*%&|^/!=]=?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/;/, 'p', 'statement'],
      [/[)\].]/, 'p'],
      [/`/, 's2', 'template'],
      [/\?\./, 'p'],
      [/\?/, 'p', 'ternary operand'],
      [/(@)(\w+)?/, ['p', 'nd'], 'operand'],
      [/[{}]/, 'p', 'statement'],
      ...(later ? callRules(words) : []),
      [later ? rx`#?${NAME}` : rx`${NAME}`, nameWords(words)],
      [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/0o[0-7][0-7_]*/i, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/[0-9]+/, 'mi'],
      [/"/, 'dl', 'double-quotes'],
      [/'/, 'dl', 'single-quotes'],
      [/:/, 'p'],
    ],
    'class-name': [
      [rx`(${NAME})((?:\s|\\\s)+)(extends)((?:\s|\\\s)+)`, ['nc', '', 'kd', '']],
      [rx`${NAME}`, 'nc', 'pop'],
    ],
    'double-quotes': [
      [/\\[\\nrt"]?/, 'se'],
      [/[^\\"]+/, 's2'],
      [/"/, 'dl', 'pop'],
    ],
    'single-quotes': [
      [/\\[\\nrt']?/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 'dl', 'pop'],
    ],
    statement: [[/case\b/, 'k', 'goto operand'], [rx`(${NAME})(\s*)(:)`, ['nl', '', 'p']], 'operand'],
    object: [
      'space',
      [/\{/, 'p', 'push'],
      [/\}/, 'p', 'goto statement'],
      [rx`(${NAME})(\s*)(:)`, ['na', '', 'p'], 'operand'],
      [/:/, 'p'],
      'root',
    ],
    ternary: [[/:/, 'p', 'goto operand'], 'root'],
    template: [
      [/\$\{/, 'p', 'template-expression'],
      [/`/, 's2', 'pop'],
      later ? [/\\[$`\\]/, 'se'] : [/\\[$`]/, 'se'],
      [/[^$`\\]+/, 's2'],
      [/[\\$]/, 's2'],
    ],
    'template-expression': [[/\}/, 'p', 'pop'], 'root'],
  };
}

export const lexer: LexerDefinition = {
  states: (rouge) => javascriptStates(rouge, javascriptWords(rouge)),
};
