import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** A line of Jekyll's `smartify` that isn't HTML. */
function parseContent(parser: Parser): boolean {
  const { src } = parser;
  const end = src.lineEnd(src.pos);
  parser.addText(src.text.slice(src.pos, end));
  src.pos = end;
  return true;
}

export const CONTENT: BlockConstruct<Parser> = { name: 'content', starts: null, parse: parseContent };
