import { isLazyEnd } from './boundary.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** A quote: its lines, without their markers, are parsed as blocks. */
function parseBlockquote(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  if (text.charCodeAt(skipIndent(text, pos)) !== 62) return false;
  let end = src.lineEnd(pos);
  while (!isLazyEnd(parser, end)) end = src.lineEnd(end);
  const el = parser.makeBlock('blockquote', null, null);
  parser.append(el);
  src.pos = end;
  parser.parseBlocks(el, parser.part(withoutMarks(text, pos, end), pos));
  return true;
}

function withoutMarks(text: string, from: number, to: number): string {
  let result = '';
  for (let line = from; line < to; ) {
    let end = text.indexOf('\n', line) + 1;
    if (end === 0 || end > to) end = to;
    let start = skipIndent(text, line);
    if (text.charCodeAt(start) === 62) {
      start++;
      if (text.charCodeAt(start) === 32) start++;
    } else start = line;
    result += text.slice(start, end);
    line = end;
  }
  return result;
}

export const BLOCKQUOTE: BlockConstruct<Parser> = {
  name: 'blockquote',
  starts: '>',
  isStart: () => true,
  parse: parseBlockquote,
};
