import { lstrip, rstrip } from '../characters.ts';
import { isLazyEnd } from './boundary.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** Whatever no other construct matches, up to a line that ends it. */
function parseParagraph(parser: Parser): boolean {
  const { src, tree } = parser;
  const { text } = src;
  const start = src.pos;
  const first = skipIndent(text, start);
  const c = text.charCodeAt(first);
  if (c === 32 || c === 9 || first >= text.length) return false;

  let end = src.lineEnd(start);
  while (end < text.length && !endsParagraph(parser, end)) end = src.lineEnd(end);
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

/** Whether a line ends the paragraph before it. */
function endsParagraph(parser: Parser, at: number): boolean {
  const { text } = parser.src;
  const start = skipIndent(text, at);
  const constructs = parser.dialect.paragraphEnds[text.charCodeAt(start)];
  if (constructs) for (const { isStart } of constructs) if (isStart?.(text, at, start)) return true;
  return isLazyEnd(parser, at);
}

export const PARAGRAPH: BlockConstruct<Parser> = {
  name: 'paragraph',
  starts: null,
  parse: parseParagraph,
};
