import { lstrip, rstrip } from '../characters.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';

/** Whatever no other construct matches, up to a line that ends it. */
export function parseParagraph(parser: Parser): boolean {
  const { src, tree } = parser;
  const { text } = src;
  const start = src.pos;
  const first = skipIndent(text, start);
  const c = text.charCodeAt(first);
  if (c === 32 || c === 9 || first >= text.length) return false;

  let end = src.lineEnd(start);
  while (end < text.length && !parser.dialect.endsParagraph(parser, end)) end = src.lineEnd(end);
  const lines = rstrip(text.slice(start, end));
  src.pos = end;

  const last = tree.children[tree.children.length - 1];
  if (last?.type === 'p') {
    const inner = last.children[last.children.length - 1];
    if (inner?.type === 'raw_text') {
      // The previous paragraph's end was stripped; a line break there is restored.
      inner.value += (start >= 3 && text.startsWith('  \n', start - 3) ? '  \n' : '\n') + lines;
    } else parser.addText(lines, last, 'raw_text', start);
  } else {
    const p = parser.makeBlock('p', null, { transparent: false }, start);
    parser.append(p);
    parser.addText(lstrip(lines), p, 'raw_text', first);
  }
  return true;
}
