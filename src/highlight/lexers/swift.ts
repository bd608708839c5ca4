import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';
import { type Words, words } from '../words.ts';

const KEYWORDS = `
  await break case continue default do else fallthrough if in for return switch where while try catch throw guard
  defer repeat as dynamicType is new super self Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ associativity
  async didSet get infix inout isolated mutating none nonmutating operator override postfix precedence prefix set
  unowned weak willSet throws rethrows precedencegroup
`;
const KEYWORDS_LATER = `
  autoreleasepool await break case catch consume continue default defer discard do each else fallthrough guard if in
  for repeat return switch throw try where while as dynamicType is new super self Self Type associativity async didSet
  get infix inout isolated left mutating none nonmutating operator override postfix precedence precedencegroup prefix
  rethrows right set throws unowned weak willSet
`;
const DECLARATIONS = `
  actor class deinit enum convenience extension final func import init internal lazy let nonisolated optional private
  protocol public required static struct subscript typealias var dynamic indirect associatedtype open fileprivate some
`;
const DECLARATIONS_LATER = `
  actor any associatedtype borrowing class consuming deinit distributed dynamic enum convenience extension fileprivate
  final func import indirect init internal lazy let macro nonisolated open optional package private protocol public
  required some static struct subscript typealias var
`;
const CONSTANTS = 'true false nil';
const NAME = '(?:_|(?!\\p{Mc})\\p{Alphabetic}|[^\\u0000-\\uffff])(?:[\\p{Alphabetic}\\p{Nd}_]|[^\\u0000-\\uffff])*';
const TYPE = /^\p{Uppercase}/u;

/** Where a regular expression may end in a line. */
interface Closings {
  readonly input: string;
  /** The UTF-16 offset of the end of the line. */
  readonly end: number;
  /**
   * The UTF-16 offsets of slashes followed by more `#` signs than any later slash, from the end of the line backwards;
   * with the number of signs.
   */
  readonly slashes: readonly { readonly at: number; readonly signs: number }[];
}

interface Memory {
  /** Rouge 4's multi-line regular expressions: the `#` signs that opened the current one. */
  delimiter: string;
  closings: Closings | null;
}

type Swift = Lexing<Memory>;

function name(known: Words): (lexing: Swift) => void {
  return (lexing) => {
    const meaning = known.of(lexing.text);
    lexing.token(meaning === known.otherwise && TYPE.test(lexing.text) ? 'kt' : meaning.token);
  };
}

function access(lexing: Swift): void {
  if (lexing.match![3] === 'set') lexing.token('kd');
  else lexing.groups('kd', 'kd', 'err', 'kd');
}

function unowned(lexing: Swift): void {
  if (/^(?:un)?safe$/.test(lexing.match![2]!)) lexing.token('kd');
  else lexing.groups('kd', 'err', 'kd');
}

/** The closings in the line of `from`; those before `from` may be missing. */
function closingsOf(lexing: Swift, from: number): Closings {
  const { input } = lexing;
  const known = lexing.memory.closings;
  if (known?.input === input && from <= known.end) return known;
  const newline = input.indexOf('\n', from);
  const end = newline < 0 ? input.length : newline;
  const slashes: { at: number; signs: number }[] = [];
  let signs = 0;
  for (let at = end - 1; at >= from; at--) {
    const character = input[at];
    if (character === '/' && signs > (slashes.at(-1)?.signs ?? -1) && !/[ \t\r\f\v\\]/.test(input[at - 1]!))
      slashes.push({ at, signs });
    signs = character === '#' ? signs + 1 : 0;
  }
  lexing.memory.closings = { input, end, slashes };
  return lexing.memory.closings;
}

/**
 * `#/…/#` with any number of signs, for which Rouge 4 has `(#*)/(?!\s).*(?<![\s\\])/\1`: up to the last slash followed
 * by as many signs. If none has as many, the surplus signs are errors.
 */
function regexpBetweenSigns(lexing: Swift): void {
  const { position } = lexing;
  const opening = lexing.match![1]!.length;
  const later = closingsOf(lexing, position).slashes.filter(({ at }) => at >= position);
  const closing = later.find(({ signs }) => signs >= opening);
  if (closing === undefined) {
    lexing.token('err', '#'.repeat(opening - Math.max(0, later.at(-1)?.signs ?? 0)));
    lexing.position = position - 1 - Math.max(0, later.at(-1)?.signs ?? 0);
  } else {
    lexing.position = closing.at + 1 + opening;
    lexing.token('sr', lexing.input.slice(position - opening - 1, lexing.position));
  }
}

function states(rouge: RougeVersion): States {
  const later = rouge.later;
  const known = words(
    later
      ? { k: KEYWORDS_LATER, kd: DECLARATIONS_LATER, kc: CONSTANTS }
      : { k: KEYWORDS, kd: DECLARATIONS, kc: CONSTANTS },
    'n',
  );
  return {
    'line-start': [[later ? /#(?![#"/]).*/ : /#.*/, 'cp'], 'space-in-line', [/(?:)/, '', 'pop']],
    'space-in-line': [[/\s+/, ''], 'comment-start'],
    space: [[/\n+/, '', 'line-start'], [/\/\/.*/, 'c1', 'line-start'], 'space-in-line'],
    'comment-start': [[/\/[*]/, 'cm', 'comment']],
    comment: ['comment-start', [/[*]\//, 'cm', 'pop'], [/[^*/]+/, 'cm'], [/./, 'cm']],
    root: [
      'space',
      ...(later
        ? ([
            [rx`\$${NAME}`, 'n'],
            [/~Copyable\b/, 'kt'],
          ] as Rule[])
        : []),
      [/\$(?:(?:[1-9]\d*)?\d)/, 'nv'],
      [/[()[\]{}:;,?\\]/, 'p'],
      // Several signs that don't start a regular expression are only errors. The run is consumed at once, since each
      // rule would otherwise scan it again from each sign.
      ...(later
        ? ([
            [/#+(?=#[^#/"])/, 'err'],
            [/#+(?="|\/[ \t\r\f\v]|(?![\s\S]))/, 'err'],
            [/(#+)\/(?!\s)/, regexpBetweenSigns],
            [/\/(?!\s).*(?<![\s\\])\//, 'sr'],
          ] as Rule[])
        : []),
      [/[-/=+*%<>!&|^.~]+/, 'o'],
      [/@?"/, 's', 'string'],
      [/'(?:\\.|.)'/, 'sc'],
      [/(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)?\.\d+(?:_\d)*)(?:e[+-]?\d+(?:_\d)*)?/i, 'mf'],
      [/\d+e[+-]?[0-9]+/i, 'mf'],
      [/0o?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*(?:(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/\d+(?:_\d+)*/, 'mi'],
      [rx`@${NAME}`, 'kd'],
      ...(later ? ([[rx`#${NAME}`, 'k']] as Rule[]) : []),
      [/(private|internal)(\([ ]*)(\w+)([ ]*\))/, access],
      [/(unowned\([ ]*)(\w+)([ ]*\))/, unowned],
      ...(later
        ? []
        : ([
            [/#available\([^)]+\)/, 'kd'],
            [ambiguous(/(#(?:selector|keyPath)\()([^)]+?(?:[(].*?[)])?)(\))/), ['kd', 'nf', 'kd']],
            [/#(?:line|file|column|function|dsohandle)/, 'kd'],
          ] as Rule[])),
      [rx`(let|var)\b(\s*)(${NAME})`, ['k', '', 'nv']],
      [/(let|var)\b(\s*)([(])/, ['k', '', 'p'], 'tuple'],
      [
        // Requires a word boundary, so an emoji doesn't match.
        rx`(?!(?:if|while|for|private|internal|unowned|switch|case)\b)(?=[\p{Alphabetic}\p{M}_])${NAME}(?=[?!]?\s*[(])`,
        (lexing: Swift) => lexing.token(TYPE.test(lexing.text) ? 'kt' : 'nf'),
      ],
      [/as[?!]?(?=\s)/, 'k'],
      [/try!?(?=\s)/, 'k'],
      [rx`(#?(?!default)(?!\p{Uppercase})${NAME})(\s*)(:)`, ['nv', '', 'p']],
      [rx`${NAME}`, name(known)],
      [rx`(\`)(${NAME})(\`)`, ['p', 'nv', 'p']],
      ...(later
        ? ([
            [
              /(#+)\/\n/,
              (lexing: Swift) => {
                lexing.memory.delimiter = lexing.match![1]!;
                lexing.token('sr');
                lexing.push('regexp');
              },
            ],
          ] as Rule[])
        : []),
    ],
    tuple: [
      [rx`${NAME}`, 'nv'],
      [rx`(\`)(${NAME})(\`)`, ['p', 'nv', 'p']],
      [/,/, 'p'],
      [/[(]/, 'p', 'push'],
      [/[)]/, 'p', 'pop'],
      'space-in-line',
    ],
    string: [
      [/\\[\\0tnr'"]/, 'se'],
      [/\\[(]/, 'se', 'interpolation'],
      [/\\u\{[0-9a-fA-F]{1,8}\}/, 'se'],
      [/[^\\"]+/, 's'],
      [/"""/, 's', 'pop'],
      [/"/, 's', 'pop'],
    ],
    interpolation: [[/[(]/, 'p', 'parentheses'], [/[)]/, 'se', 'pop'], 'root'],
    parentheses: [[/[(]/, 'p', 'push'], [/[)]/, 'p', 'pop'], 'root'],
    regexp: [
      [
        /^\s*\/#+/,
        (lexing: Swift) => {
          lexing.token('sr');
          if (!lexing.text.endsWith(`/${lexing.memory.delimiter}`)) return;
          lexing.memory.delimiter = '';
          lexing.pop();
        },
      ],
      [/#.*/, 'c1'],
      [/[\s\S]/, 'sr'],
    ],
  };
}

export const lexer: LexerDefinition<Memory> = {
  start: (_, lexing) => {
    lexing.push('line-start');
    return { delimiter: '', closings: null };
  },
  states,
};
