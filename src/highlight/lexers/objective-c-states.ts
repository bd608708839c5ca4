/** What Objective-C adds to C and C++. */
import type { Lexing, States } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';

const AT_KEYWORDS = new Set(
  `
    selector private protected public encode synchronized try throw catch finally end property synthesize dynamic
    optional interface implementation import autoreleasepool
  `
    .trim()
    .split(/\s+/),
);
const AT_BUILTINS = new Set(['true', 'false', 'YES', 'NO']);
export const OBJECTIVE_C_BUILTINS = 'YES NO nil';
const NAME = '[a-zA-Z$_][a-zA-Z0-9$_]*';

function atWord(lexing: Lexing): void {
  const word = lexing.match![1]!;
  lexing.token(AT_KEYWORDS.has(word) ? 'k' : AT_BUILTINS.has(word) ? 'nb' : 'err');
}

/** `- (type)` before a method's name. */
function methodStart(lexing: Lexing): void {
  const [, sign, space, type, after] = lexing.match!;
  lexing.token('k', sign);
  lexing.token('', space);
  if (type !== undefined) lexing.recurse(type);
  lexing.token('', after);
  lexing.push('method');
}

function parameter(lexing: Lexing): void {
  const [, type, name] = lexing.match!;
  lexing.recurse(type!);
  lexing.token('nv', name);
}

export function objectiveCStates(base: States): States {
  return {
    ...base,
    root: [[ambiguous(rx`([-+])(\s*)([(].*?[)])?(\s*)(?=${NAME}:?)`), methodStart], ...base.root!],
    statements: [
      [/@"/, 's', 'string'],
      [/@'(?:\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]')/, 'sc'],
      [/@(?:\d+[.]\d*|[.]\d+|\d+)e[+-]?\d+l?/i, 'mf'],
      [/@(?:\d+[.]\d*|[.]\d+|\d+f)f?/i, 'mf'],
      [/@0x[0-9a-fA-F]+[lL]?/, 'mh'],
      [/@0[0-7]+l?/i, 'mo'],
      [/@\d+l?/, 'mi'],
      [/in\b/, 'k'],
      [/@(?:interface|implementation)\b/, 'k', 'class-head'],
      [/@(?:class|protocol)\b/, 'k', 'forward-class'],
      [/@([\p{Alphabetic}\p{Nd}]+)/u, atWord],
      [/\?/, 'p', 'ternary'],
      [/\[/, 'p', 'message'],
      [/@\[/, 'p', 'array'],
      [/@\{/, 'p', 'dictionary'],
      ...base.statements!,
    ],
    ternary: [[/:/, 'p', 'pop'], 'statements'],
    'message-end': [[/\]/, 'p', 'pop'], [/\{/, 'p', 'pop'], [/;/, 'err'], 'statements'],
    message: [
      [rx`(${NAME})(\s*)(:)`, ['nf', '', 'p'], 'goto message-with-arguments'],
      [rx`(${NAME})(\s*)(\])`, ['nf', '', 'p'], 'pop'],
      'message-end',
    ],
    'message-with-arguments': [[/\{/, 'p', 'function'], [rx`(${NAME})(\s*)(:)`, ['nf', '', 'p'], 'pop'], 'message-end'],
    array: [[/\]/, 'p', 'pop'], [/,/, 'p'], 'statements'],
    dictionary: [[/\}/, 'p', 'pop'], [/,/, 'p'], 'statements'],
    'class-head': [
      'space',
      [rx`(${NAME})(\s*)(:)(\s*)(${NAME})`, ['nc', '', 'p', '', 'nc'], 'pop'],
      [rx`(${NAME})(\s*)([(])(\s*)(${NAME})(\s*)([)])`, ['nc', '', 'p', '', 'nl', '', 'p'], 'pop'],
      [rx`${NAME}`, 'nc', 'pop'],
    ],
    'forward-class': [
      'space',
      [rx`(${NAME})(\s*)(,)(\s*)`, ['nc', '', 'p', ''], 'push'],
      [rx`(${NAME})(\s*)(;?)`, ['nc', '', 'p'], 'pop'],
    ],
    method: [
      [/,/, 'p'],
      [/[.]{3}/, 'p'],
      [rx`([(].*?[)])(${NAME})`, parameter],
      [rx`(${NAME})(\s*)(:)`, ['nf', '', 'p']],
      [/;/, 'p', 'pop'],
      [/\{/, 'p', 'goto function'],
      'space-in-line',
      [/\/\/.*\n/, 'c1'],
      [/\s+/, ''],
      [/(?:)/, '', 'pop'],
    ],
  };
}
