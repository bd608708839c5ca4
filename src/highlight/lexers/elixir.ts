import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  case cond end bc lc if unless try loop receive fn defmodule def defp defprotocol defimpl defrecord defmacro
  defmacrop defdelegate defexception defguard defguardp defstruct exit raise throw after rescue catch else`;
const NAMESPACE_WORDS = 'import require use recur quote unquote super refer';
/** In the order in which they are tried. */
const OPERATORS =
  '%=|\\*=|\\*\\*=|\\+=|-=|\\^=|\\|\\|=|<=>|<(?!<|=)|>(?!<|=|>)|<=|>=|===|==|=~|!=|!~|&(?:&&?|(?!\\d))|\\|\\||\\^|\\*|\\+|-|/|\\||<<|>>|=|\\.|~~~';
/** The gem's pattern contains line breaks: `:*` is only a symbol if a newline and 13 spaces come in between. */
const SYMBOLS =
  ':(?:[a-zA-Z_]\\w*(?:[?!]|=(?![>=]))?|<>|===?|>=?|<=?|\\n {13}<=>|&&?|%\\(\\)|%\\[\\]|%\\{\\}|\\+\\+?|--?|\\|\\|?|!|//|[%&`/|]|\\n {13}\\*\\*?|=?~|<-)|[a-zA-Z_]\\w*[?!]?:(?!:)';

const CLOSING: { readonly [opening: string]: string } = { '{': '}', '[': ']', '(': ')', '<': '>' };

function sigilRules(token: Token, open: string, interpolates: boolean): Rule[] {
  const quoted = (c: string) => c.replace(/[|[\](){}]/, '\\$&');
  const close = CLOSING[open] ?? open;
  return [
    [rx`${quoted(close)}`, token, 'pop'],
    ...(interpolates ? (['interpolations', [/#/, token]] as Rule[]) : ([[/[\\#]/, token]] as Rule[])),
    [rx`[^#${quoted(open)}${quoted(close)}\\]+`, token],
  ];
}

function sigil(lexing: Lexing): void {
  const [, letter, open = ''] = lexing.match!;
  // Rouge fails here, too: a sigil needs a letter.
  if (letter === undefined) throw new TypeError('an Elixir sigil without a letter');
  const token = /r/i.test(letter) ? 'sr' : 'sx';
  if (token === 'sr') lexing.push('regexp-flags');
  if (/w/i.test(letter)) lexing.push('list-flags');
  lexing.token(token);
  const interpolates = /[SRCW]/.test(letter);
  lexing.pushMade(`~${token}${interpolates} ${open}`, () => sigilRules(token, open, interpolates));
}

function quotes(quote: string, token: Token): Rule[] {
  return ['escapes', 'interpolations', [rx`[^#${quote}\\]+`, token], [rx`${quote}`, token, 'pop'], [/[#\\]/, token]];
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [rx`(?:${anyOf(KEYWORDS)})\b(?![?!])|do\b`, 'k'],
      [rx`(?:${anyOf(NAMESPACE_WORDS)})\b(?![?!])`, 'kn'],
      [/(?:and|not|or|when|xor|in)\b/, 'ow'],
      [rx`${OPERATORS}`, 'o'],
      [rx`${SYMBOLS}`, 'ss'],
      [/:"/, 'ss', 'symbol'],
      [/(?:nil|true|false)\b(?![?!])|[A-Z]\w*\b/, 'no'],
      [/__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__\b(?![?!])/, 'bp'],
      [/[a-zA-Z_!]\w*[!?]?/, 'n'],
      [/::|[%(){};,/|:\\[\]]/, 'p'],
      [/@[a-zA-Z_]\w*|&\d/, 'nv'],
      [/\d(?:_?\d)*\.(?![^\d\s])(?:_?\d)+(?:[eE][-+]?\d(?:_?\d)*)?\b/, 'mf'],
      [/0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*\b/, 'mh'],
      [/0o[0-7](?:_?[0-7])*\b/, 'mo'],
      [/0b[01](?:_?[01])*\b/, 'mb'],
      [/\d(?:_?\d)*\b/, 'mi'],
      [/(?:%[A-Ba-z])?"""[\s\S]*?"""/, 'sd'],
      [/'''[\s\S]*?'''/, 'sd'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [
        /\?(?:\\(?:x\d{1,2}|[0-9a-fA-F]{1,2}(?![0-9a-fA-F])\b|0[0-7]{0,2}(?![0-7])\b[^x0MC])|(?:\\[MC]-)+\w|[^\s\\])/,
        'sx',
      ],
      [/~([A-Za-z])?([{[(<|/'"])/, sigil],
    ],
    'double-quotes': quotes('"', 's2'),
    'single-quotes': quotes("'", 's1'),
    interpolations: [[/#\{/, 'si', 'interpolation']],
    interpolation: [[/\}/, 'si', 'pop'], 'root'],
    escapes: [
      [/\\x[0-9a-fA-F]{2}/, 'se'],
      [/\\u\{?\d+\}?/, 'se'],
      [/\\[\\abdefnrstv0"']/, 'se'],
    ],
    symbol: [[/"/, 'ss', 'pop'], 'interpolations', [/[^#"]+/, 'ss']],
    'regexp-flags': [[/[fgimrsux]*/, 'sr', 'pop']],
    'list-flags': [[/[csa]?/, 'sx', 'pop']],
  }),
};
