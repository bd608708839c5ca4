import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  abstract alias align asm assert auto body break case cast catch class const continue debug default delegate delete
  deprecated do else enum export extern finally final foreach_reverse foreach for function goto if immutable import
  interface invariant inout in is lazy mixin module new nothrow out override package pragma private protected public
  pure ref return scope shared static struct super switch synchronized template this throw try typedef typeid typeof
  union unittest version volatile while with __gshared __traits __vector __parameters
`;
const TYPES = `
  bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real short ubyte ucent
  uint ulong ushort void wchar
`;
const PSEUDO = `
  __FILE__ __FILE_FULL_PATH__ __MODULE__ __LINE__ __FUNCTION__ __PRETTY_FUNCTION__ __DATE__ __EOF__ __TIME__
  __TIMESTAMP__ __VENDOR__ __VERSION__
`;

/** A string in brackets, which may be nested. */
function delimited(open: string, close: string, inside: string): { [state: string]: Rule[] } {
  const other: Rule = [rx`[^${open}${close}]+`, 's'];
  return {
    [`in-${inside}`]: [other, [rx`${open}`, 's', inside], [rx`${close}"`, 's', 'pop']],
    [inside]: [other, [rx`${open}`, 's', 'push'], [rx`${close}`, 's', 'pop']],
  };
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [/\/\+/, 'cm', 'comment'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [rx`(?:${anyOf(TYPES)})\b`, 'kt'],
      [/(?:false|true|null)\b/, 'kc'],
      [rx`(?:${anyOf(PSEUDO)})\b`, 'kp'],
      [/macro\b/, 'kr'],
      [/(?:string|wstring|dstring|size_t|ptrdiff_t)\b/, 'nb'],
      [/0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+-]?[0-9_]+[fFL]?i?/, 'mf'],
      [/[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?/, 'mf'],
      [/\.(?:0|[1-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[fFL]?i?/, 'mf'],
      [/0[Bb][01_]+/, 'mb'],
      [/0[0-7_]+/, 'mo'],
      [/0[xX][0-9a-fA-F_]+/, 'mh'],
      [/(?:0|[1-9][0-9_]*)(?:[LUu]|Lu|LU|uL|UL)?/, 'mi'],
      [/'(?:\\['"?\\abfnrtv]|\\x[0-9a-fA-F]{2}|\\[0-7]{1,3}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\&\w+;|.)'/, 'sc'],
      [/r"[^"]*"[cwd]?/, 's'],
      [/`[^`]*`[cwd]?/, 's'],
      [rx`(?:${escapableString('"')})[cwd]?`, 's'],
      [/\\(?:['"?\\abfnrtv]|x[0-9a-fA-F]{2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|&\w+;)/, 's'],
      [/x"[0-9a-fA-F_\s]*"[cwd]?/, 's'],
      [/q"\[/, 's', 'in-brackets'],
      [/q"\(/, 's', 'in-parentheses'],
      [/q"</, 's', 'in-angles'],
      [/q"\{/, 's', 'in-braces'],
      [/q"([a-zA-Z_]\w*)\n.*?\n\1"/, (lexing: Lexing) => lexing.token('s')],
      [/q"(.).*?\1"/, (lexing: Lexing) => lexing.token('s')],
      [/q\{/, 's', 'token-string'],
      [/@(?:[a-zA-Z_]\w*)?/, 'nd'],
      [/[~^%*=!><|+/\-&.()[\]{}?,;:$]/, 'p'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/#line\s.*\n/, 'cs'],
    ],
    comment: [
      [/[^+/]+/, 'cm'],
      [/\/\+/, 'cm', 'push'],
      [/\+\//, 'cm', 'pop'],
      [/[+/]/, 'cm'],
    ],
    'token-string': [[/\{/, 'p', 'braced-tokens'], [/\}/, 's', 'pop'], 'root'],
    'braced-tokens': [[/\{/, 'p', 'push'], [/\}/, 'p', 'pop'], 'root'],
    ...delimited('\\[', '\\]', 'brackets'),
    ...delimited('\\(', '\\)', 'parentheses'),
    ...delimited('<', '>', 'angles'),
    ...delimited('\\{', '\\}', 'braces'),
  }),
};
