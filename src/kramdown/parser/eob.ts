import { isEobMarker } from './boundary.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** A line with only `^`: ends the block before it. */
function parseEobMarker(parser: Parser): boolean {
  const { src } = parser;
  if (!isEobMarker(src.text, src.pos)) return false;
  parser.append(parser.makeBlock('eob', null, null));
  src.pos = src.lineEnd(src.pos);
  return true;
}

export const EOB_MARKER: BlockConstruct<Parser> = {
  name: 'eob_marker',
  starts: '^',
  parse: parseEobMarker,
};
