// Decides where blocks end. These checks run on each line, so they avoid regular expressions.

import { isAlphaAt } from '../characters.ts';
import { blockIalEnd } from './attribute-list.ts';
import { isSpanTagAt, nameEnd } from './html-tag.ts';
import { blankLinesEnd, restIsBlank, skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';

/** `^` alone on a line. */
export function isEobMarker(text: string, at: number): boolean {
  return text.charCodeAt(at) === 94 && restIsBlank(text, at + 1);
}

/** Whether a `<` starts a block HTML tag (start or end tag) that ends a paragraph. */
export function endsAtHtml(parser: Parser, at: number): boolean {
  const { text } = parser.src;
  const closing = text.charCodeAt(at + 1) === 47;
  const name = closing ? at + 2 : at + 1;
  if (text.charCodeAt(name) !== 95 && !isAlphaAt(text, name)) return false;
  if (isSpanTagAt(text, name, parser.options.version.spanElements)) return false;
  if (!closing) return true;
  let end = nameEnd(text, name);
  while (restIsSpace(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === 62;
}

const restIsSpace = (c: number) => c === 32 || (c >= 9 && c <= 13);

/** Whether lazy text ends at a line: blank, an attribute list, `^`, block HTML, or the end of the text. */
export function isLazyEnd(parser: Parser, at: number): boolean {
  const { src } = parser;
  const { text } = src;
  if (at >= text.length) return true;
  const i = skipIndent(text, at);
  switch (text.charCodeAt(i)) {
    case 123:
      return parser.dialect.isExtended && blockIalEnd(src, at) >= 0;
    case 94:
      return i === at && isEobMarker(text, at);
    case 60:
      return endsAtHtml(parser, i);
    case 9:
    case 10:
    case 11:
    case 12:
    case 13:
    case 32:
      return blankLinesEnd(text, at) >= 0;
  }
  return false;
}

/** Whether a block that needs a boundary before it may start here. */
export function afterBlockBoundary(parser: Parser): boolean {
  const { children } = parser.tree;
  const last = children[children.length - 1];
  if (!last || last.type === 'blank') return true;
  return (last.type === 'eob' && last.value === null) || parser.blockIal !== null;
}

/** Whether a block that needs a boundary after it may end here. */
export function beforeBlockBoundary(parser: Parser): boolean {
  const { text, pos } = parser.src;
  if (pos >= text.length) return true;
  if (blankLinesEnd(text, pos) >= 0 || isEobMarker(text, pos)) return true;
  return parser.dialect.isExtended && blockIalEnd(parser.src, pos) >= 0;
}
