// Parses a whole HTML document (`input: html`). kramdown's Parser::Html (parser/html.rb, 2.4.0 and 2.5.2).

import { isSpace, strip } from '../characters.ts';
import { rootToNative } from '../html-to-native.ts';
import type { Trees } from './document.ts';
import { isClosed, isTextElement, parseRawHtml } from './html-block.ts';
import { commentEnd } from './html-tag.ts';
import type { Parser } from './parser.ts';

/** Parses the parser's text as HTML. It has \n line ends, and ends with one. */
export function parseHtmlDocument(parser: Parser): Trees {
  while (parsePrologue(parser));
  parseRawHtml(parser, parser.root, (_, el, tag) => !isTextElement(el) && !isClosed(el, tag));
  return { root: rootToNative(parser.root, parser.options.version), footnotes: new Map() };
}

/** What may precede the first element, without keeping white space: instructions, comments, and a doctype (dropped). */
function parsePrologue(parser: Parser): boolean {
  const { src } = parser;
  const { text } = src;
  let start = src.pos;
  while (isSpace(text.charCodeAt(start))) start++;
  const doctype = /<!DOCTYPE[^>]*>/iy;
  doctype.lastIndex = start;
  let end = text.startsWith('<?', start) ? text.indexOf('?>', start + 2) + 2 : 0;
  if (end >= 2) {
    parser.append(parser.make('xml_pi', strip(text.slice(start, end)), { category: 'block' }, start));
  } else if (doctype.test(text)) end = doctype.lastIndex;
  else {
    end = commentEnd(src, start);
    if (end < 0) return false;
    parser.append(parser.make('xml_comment', strip(text.slice(start, end)), { category: 'block' }, start));
  }
  src.pos = end;
  return true;
}
