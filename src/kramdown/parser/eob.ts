import { isEobMarker } from './boundary.ts';
import type { Parser } from './parser.ts';

/** A line with only `^`: ends the block before it. */
export function parseEobMarker(parser: Parser): boolean {
  const { src } = parser;
  if (!isEobMarker(src.text, src.pos)) return false;
  parser.append(parser.makeBlock('eob', null, null));
  src.pos = src.lineEnd(src.pos);
  return true;
}
