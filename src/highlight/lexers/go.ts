import type { LexerDefinition, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  break default func interface select case defer go map struct chan else goto package switch const fallthrough if
  range type continue for import return var`;
const TYPES = `
  bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16 uint32
  uint64 uintptr uint`;
const FUNCTIONS = `
  append cap close complex copy delete imag len make new panic print println real recover`;
const HEX = '[0-9A-Fa-f]';
const ESCAPE = `\\\\[abfnrtv\\\\'"]|\\\\u${HEX}{4}|\\\\U${HEX}{8}`;

function numbers(later: boolean): Rule[] {
  const digits = later ? '[0-9](?:_?[0-9])*' : '[0-9]+';
  const exponent = `[eE][+-]?${digits}`;
  const float = `${digits}\\.(?:${digits})?(?:${exponent})?|${digits}${exponent}|\\.${digits}(?:${exponent})?`;
  return [
    [rx`(?:${digits}|${float})i`, 'm'],
    [rx`${float}`, 'm'],
    ...(later
      ? ([[rx`0[bB]_*[01](?:_?[01])*|0[xX]_*${HEX}(?:_?${HEX})*|0[oO]?_*[0-7](?:_?[0-7])*|${digits}`, 'm']] as Rule[])
      : ([[rx`0[xX]${HEX}+|[0-9]+`, 'm']] as Rule[])),
  ];
}

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    root: [
      [/\/\/.*|\/\*[\s\S]*?\*\//, 'c'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [rx`(?:${anyOf(TYPES)})\b`, 'kt'],
      [rx`(?:${anyOf(FUNCTIONS)})\b`, 'nb'],
      [/(?:true|false|iota|nil)\b/, 'no'],
      ...numbers(rouge.later),
      [rx`'(?:.|${ESCAPE}|\\[0-7]{3}|\\x${HEX}{2})'`, 'sc'],
      [/\.\.\.|[-+&=!|<>*^/%.:]/, 'o'],
      [/[()[\]{},;]/, 'p'],
      [rx`(?!(?:${anyOf(KEYWORDS)})\b)[\p{Alphabetic}_][\p{Alphabetic}_\p{Nd}]*`, 'n'],
      [/\s+/, ''],
      [/`/, 's', 'raw-string'],
      [/"/, 's', 'string'],
    ],
    string: [
      [rx`${ESCAPE}|\\x${HEX}{2}`, 'se'],
      [/\\./, 'err'],
      [/"/, 's', 'pop'],
      [/[^"\\]+/, 's'],
    ],
    'raw-string': [
      [/`/, 's', 'pop'],
      [/[^`]+/, 's'],
    ],
  }),
};
