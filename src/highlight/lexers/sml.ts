import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf, words } from '../words.ts';

const KEYWORDS = `
  abstype and andalso as case datatype do else end exception fn fun handle if in infix infixr let local nonfix of op
  open orelse raise rec then type val with withtype while eqtype functor include sharing sig signature struct
  structure where
`;
const NAME = "[\\w']+";
const SYMBOL = '[!%&$#/:<=>?@\\\\~\x60^|*+-]+';
const SYMBOLIC = ': | = => -> # :>';

const LONE = words({ kr: KEYWORDS, p: SYMBOLIC }, 'n');
const QUALIFIER = words({ err: KEYWORDS }, 'nn');

/** A keyword, unless a prime follows. */
function keyword(names: string): RegExp {
  return rx`(?:${names})\b(?!')`;
}

function qualifier(lexing: Lexing): void {
  lexing.groups(QUALIFIER.of(lexing.match![1]!).token, 'p');
}

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/[(][*]/, 'c', 'comment'],
    ],
    delimiters: [
      [/[([{]/, 'p', 'main'],
      [/[)\]}]/, 'p', 'pop'],
      [keyword('let|if|local'), 'kr', 'push push'],
      [keyword('struct|sig|while'), 'kr', 'push'],
      [keyword('do|else|end|in|then'), 'kr', 'pop'],
    ],
    core: [
      [/[()[\]{},;_]|[.][.][.]/, 'p'],
      [/#"/, 'sc', 'character'],
      [/"/, 's2', 'string'],
      [/~?0x[0-9a-fA-F]+/, 'mh'],
      [/0wx[0-9a-fA-F]+/, 'mh'],
      [/0w\d+/, 'mi'],
      [/~?\d+(?:[.]\d+)?[eE]~?\d+/, 'mf'],
      [/~?\d+[.]\d+/, 'mf'],
      [/~?\d+/, 'mi'],
      [/#\s*[1-9][0-9]*/, 'nl'],
      [rx`#\s*${NAME}`, 'nl'],
      [rx`#\s+${SYMBOL}`, 'nl'],
      [keyword('datatype|abstype'), 'kr', 'data-name'],
      [/(?=exception\b(?!'))/, '', 'exception-name'],
      [keyword('functor|include|open|signature|structure'), 'kr', 'structure-name'],
      [keyword('type|eqtype'), 'kr', 'type-name'],
      [rx`'${NAME}`, 'nd'],
      [
        rx`(${NAME})([.])`,
        (lexing: Lexing) => {
          qualifier(lexing);
          lexing.push('dotted');
        },
      ],
      [rx`${NAME}|${SYMBOL}`, LONE],
    ],
    dotted: [
      [rx`(${NAME})([.])`, qualifier],
      [rx`${NAME}|${SYMBOL}`, LONE, 'pop'],
    ],
    root: [
      [/#!.*\n/, 'cp'],
      [/(?:)/, '', 'main'],
    ],
    main: [
      'space',
      [keyword('val|and'), 'kr', 'value-name'],
      [keyword('fun'), 'kr', 'goto main-function function-name'],
      'delimiters',
      'core',
    ],
    'main-function': [
      'space',
      [keyword('fun|and'), 'kr', 'function-name'],
      [keyword('val'), 'kr', 'goto main value-name'],
      [/\|/, 'p', 'function-name'],
      [keyword('case|handle'), 'kr', 'goto main'],
      'delimiters',
      'core',
    ],
    escapes: [
      [/\\[\\"abtnvfr]/, 'se'],
      [/\\\^[\x40-\x5e]/, 'se'],
      [/\\[0-9]{3}/, 'se'],
      [/\\u[0-9a-fA-F]{4}/, 'se'],
      [/\\\s+\\/, 'si'],
    ],
    string: [[/[^"\\]+/, 's2'], [/"/, 's2', 'pop'], 'escapes'],
    character: [[/[^"\\]+/, 'sc'], [/"/, 'sc', 'pop'], 'escapes'],
    'before-keyword': [[rx`(?=(?:${anyOf(KEYWORDS)})\b(?!'))`, '', 'pop']],
    'structure-name': ['space', 'before-keyword', [rx`${NAME}`, 'nn'], [/(?:)/, '', 'pop']],
    annotations: [
      [/'[\w']*/, 'nd'],
      [/[(]/, 'p', 'type-variables'],
    ],
    'function-name': ['space', 'annotations', [rx`${NAME}|${SYMBOL}`, 'nf', 'pop']],
    'value-name': [
      'space',
      'annotations',
      [rx`(${NAME})(\s*)(=(?!${SYMBOL}))`, ['nv', '', 'p'], 'pop'],
      [rx`(${SYMBOL})(\s*)(=(?!${SYMBOL}))`, ['nv', '', 'p']],
      [rx`${NAME}|${SYMBOL}`, 'nv', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    'type-name': [
      'space',
      'before-keyword',
      'annotations',
      [rx`=(?!${SYMBOL})`, 'p', 'goto type-definition'],
      [rx`${NAME}|${SYMBOL}`, 'kt'],
    ],
    'type-definition': ['space', [keyword('and'), 'kr', 'goto type-name'], 'before-keyword', 'core'],
    'data-name': [
      'space',
      'before-keyword',
      'annotations',
      [/(=)(\s*)(datatype)\b/, ['p', '', 'kr'], 'pop'],
      [rx`=(?!${SYMBOL})`, 'p', 'goto data-definition constructor-name'],
      [rx`${NAME}|${SYMBOL}`, 'kt'],
    ],
    'data-definition': [
      'space',
      [keyword('and'), 'kr', 'goto data-name'],
      [keyword('withtype'), 'kr', 'goto type-name'],
      [keyword('of'), 'kr'],
      [rx`(\|)(\s*)(${NAME})`, ['p', '', 'nc']],
      [rx`(\|)(\s+)(${SYMBOL})`, ['p', '', 'nc']],
      'before-keyword',
      'core',
    ],
    'exception-name': [
      'space',
      [rx`(exception|and)(\s+)(${NAME})`, ['kr', '', 'nc']],
      [rx`(exception|and)(\s*)(${SYMBOL})`, ['kr', '', 'nc']],
      [keyword('of'), 'kr'],
      'before-keyword',
      'core',
    ],
    'constructor-name': ['space', [rx`${NAME}|${SYMBOL}`, 'nc', 'pop']],
    'type-variables': [
      'space',
      [/'[\w']*/, 'nd'],
      [rx`${NAME}`, 'n'],
      [/,/, 'p'],
      [/[)]/, 'p', 'pop'],
      [rx`${SYMBOL}`, 'n'],
    ],
    comment: [
      [/[^(*)]+/, 'cm'],
      [/[(][*]/, 'cm', 'push'],
      [/[*][)]/, 'cm', 'pop'],
      [/[(*)]/, 'cm'],
    ],
  }),
};
