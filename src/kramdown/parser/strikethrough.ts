import { isSpace } from '../characters.ts';
import type { Parser } from './parser.ts';
import { beforeSame, type SpanConstruct } from './tables.ts';

const END = /[^ \t\r\n\f\v~]~~/g;

/** GFM's `~~text~~`. Its content is parsed without any enclosing elements. */
function parseStrikethrough(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const c = text.charCodeAt(pos + 2);
  if (text.charCodeAt(pos + 1) !== 126 || Number.isNaN(c) || c === 126 || isSpace(c)) return false;
  const last = src.search(END, pos + 2);
  if (last < 0 || parser.tooDeep) return false;
  const el = parser.make('html_element', 'del', { category: 'span', contentModel: 'span', closed: false });
  parser.append(el);
  src.pos = last + 3;
  const inner = parser.part(text.slice(pos + 2, last + 1), pos + 2);
  parser.parseSpansApart(el, inner, 'text');
  return true;
}

export const STRIKETHROUGH: SpanConstruct<Parser> = {
  name: 'strikethrough_gfm',
  starts: '~',
  finds: { '~': beforeSame },
  parse: parseStrikethrough,
};
