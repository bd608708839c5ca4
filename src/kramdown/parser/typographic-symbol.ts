import { namedEntity } from '../../text/html-entities.ts';
import type { TypographicSymbol } from '../element.ts';
import type { Parser } from './parser.ts';

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
export function parseTypographicSymbol(parser: Parser): boolean {
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
