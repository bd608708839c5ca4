import { blankLinesEnd } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** Consecutive blank lines become one element. */
function parseBlankLine(parser: Parser): boolean {
  const { src } = parser;
  const end = blankLinesEnd(src.text, src.pos);
  if (end < 0) return false;
  const lines = src.text.slice(src.pos, end);
  const { children } = parser.tree;
  const last = children[children.length - 1];
  if (last?.type === 'blank') last.value += lines;
  else parser.append(parser.makeBlock('blank', lines, null));
  src.pos = end;
  return true;
}

export const BLANK_LINE: BlockConstruct<Parser> = {
  name: 'blank_line',
  starts: ' \t\n\v\f\r',
  parse: parseBlankLine,
};
