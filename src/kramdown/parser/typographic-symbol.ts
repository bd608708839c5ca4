import { namedEntity } from '../../text/html-entities.ts';
import type { TypographicSymbol } from '../element.ts';
import type { Parser } from './parser.ts';
import { beforeSame, type SpanConstruct } from './tables.ts';

/** In the order in which they are tried. */
const SYMBOLS: readonly (readonly [string, TypographicSymbol | 'lt' | 'gt'])[] = [
  ['---', 'mdash'],
  ['--', 'ndash'],
  ['...', 'hellip'],
  ['\\<<', 'lt'],
  ['\\>>', 'gt'],
  ['<< ', 'laquo_space'],
  [' >>', 'raquo_space'],
  ['<<', 'laquo'],
  ['>>', 'raquo'],
];

/** Dashes, the ellipsis and guillemets; and `<<`, `>>` after a backslash, which aren't guillemets. */
function parseTypographicSymbol(parser: Parser): boolean {
  const { src } = parser;
  for (const [written, symbol] of SYMBOLS) {
    if (!src.text.startsWith(written, src.pos)) continue;
    if (symbol === 'lt' || symbol === 'gt') {
      const entity = namedEntity(parser.entities, symbol)!;
      for (const at of [1, 2]) parser.append(parser.make('entity', entity, { original: null }, src.pos + at));
    } else parser.append(parser.make('typographic_sym', symbol, null));
    src.pos += written.length;
    return true;
  }
  return false;
}

// Two angles, from a character before them that changes their meaning.
function guillemetAt(text: string, at: number, from: number, before: string): number {
  if (text.charAt(at + 1) !== text.charAt(at)) return -1;
  return at > from && before.includes(text.charAt(at - 1)) ? at - 1 : at;
}

export const TYPOGRAPHIC_SYMBOL: SpanConstruct<Parser> = {
  name: 'typographic_syms',
  starts: ' -.<>\\',
  finds: {
    '-': beforeSame,
    '.': (text, at) => (text.startsWith('...', at) ? at : -1),
    '<': (text, at, from) => guillemetAt(text, at, from, '\\'),
    '>': (text, at, from) => guillemetAt(text, at, from, '\\ '),
    ' ': null,
    '\\': null,
  },
  parse: parseTypographicSymbol,
};
