// Code blocks: indented, and fenced in kramdown's and GFM's way.

import { isSpace, strip } from '../characters.ts';
import { attributesOf } from '../element.ts';
import type { Source } from '../source.ts';
import { isLazyEnd } from './boundary.ts';
import { closingFence } from './closing-fence.ts';
import { blankLinesEnd, restIsBlank, skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** The offset after a tab or four spaces, or -1. */
export function indentEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 9) return at + 1;
  return text.startsWith('    ', at) ? at + 4 : -1;
}

// The end of a line that isn't blank, from an offset on.
function textLineEnd(src: Source, at: number): number {
  const { text } = src;
  let i = at;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  if (i >= text.length || isSpace(text.charCodeAt(i))) return -1;
  const end = src.lineEnd(i);
  return text.charCodeAt(end - 1) === 10 ? end : -1;
}

/**
 * The end of the indented code at an offset, including lazy lines and blank lines within; the offset itself without
 * code.
 */
export function codeEnd(parser: Parser, from: number): number {
  const { src } = parser;
  const { text } = src;
  let end = from;
  for (;;) {
    const blank = blankLinesEnd(text, end);
    const behind = indentEnd(text, blank < 0 ? end : blank);
    let line = behind < 0 ? -1 : textLineEnd(src, behind);
    if (line < 0) return end;
    while (line >= 0) {
      end = line;
      const inner = indentEnd(text, end);
      line = inner < 0 ? -1 : textLineEnd(src, inner);
      if (line < 0 && parser.dialect.isExtended && !isLazyEnd(parser, end)) line = textLineEnd(src, end);
    }
  }
}

/** Indented code. A lazy line is joined to the line before it. */
function parseCodeblock(parser: Parser): boolean {
  const { src } = parser;
  if (indentEnd(src.text, src.pos) < 0) return false;
  const end = codeEnd(parser, src.pos);
  // kramdown would loop forever here: on a line that is indented, not blank, and starts with a form feed.
  if (end === src.pos) return false;
  const code = src.text
    .slice(src.pos, end)
    .replace(/\n( {0,3}[^ \t\r\n\f\v])/g, ' $1')
    .replace(/(?<![^\n])(?:\t| {4})/g, '');
  parser.append(parser.makeBlock('codeblock', code, { lang: null, fenced: false }));
  src.pos = end;
  return true;
}

/** kramdown's fences are made of tildes, at the very start of a line. */
function parseFencedCodeblock(parser: Parser): boolean {
  return parser.src.text.startsWith('~~~', parser.src.pos) && parseFence(parser, parser.src.pos, parser.src.pos, 0);
}

/** GFM's fences also allow backticks, even mixed with tildes, and up to three spaces of indentation. */
function parseFencedCodeblockGfm(parser: Parser): boolean {
  const { src } = parser;
  const start = skipIndent(src.text, src.pos);
  return isFence(src.text, start) && parseFence(parser, src.pos, start, 3);
}

const isFenceCharacter = (c: number) => c === 96 || c === 126;

/** Whether GFM's fence (three or more characters) starts at an offset. */
function isFence(text: string, at: number): boolean {
  return (
    isFenceCharacter(text.charCodeAt(at)) &&
    isFenceCharacter(text.charCodeAt(at + 1)) &&
    isFenceCharacter(text.charCodeAt(at + 2))
  );
}

function parseFence(parser: Parser, begin: number, start: number, indent: number): boolean {
  const { src } = parser;
  const { text } = src;
  let run = start;
  if (indent === 0) while (text.charCodeAt(run) === 126) run++;
  else while (isFenceCharacter(text.charCodeAt(run))) run++;

  // If no line closes the whole fence, a shorter one may be closed; the rest is then part of the info string.
  let info = infoAt(text, run);
  if (!info) return false;
  const closing = closingFence(src, text.slice(start, run), info.end, indent);
  if (!closing) return false;
  if (start + closing.length < run) info = infoAt(text, start + closing.length);
  if (!info) return false;
  const code = text.slice(info.end, closing.start);
  const el = parser.makeBlock('codeblock', code, { lang: null, fenced: true }, begin);
  if (info.lang !== '') {
    el.detail.lang = info.lang;
    attributesOf(el).set('class', `language-${info.name}`);
  }
  parser.append(el);
  src.pos = closing.end;
  return true;
}

// The word after a fence, both complete and without any `?…` suffix, and the end of the line. Null if there is more
// than one word.
function infoAt(text: string, at: number): { lang: string; name: string; end: number } | null {
  let start = at;
  while (isSpace(text.charCodeAt(start)) && text.charCodeAt(start) !== 10) start++;
  let stop = start;
  while (stop < text.length && !isSpace(text.charCodeAt(stop))) stop++;
  if (!restIsBlank(text, stop)) return null;
  const word = text.slice(start, stop);
  const mark = word.indexOf('?', 1);
  return { lang: strip(word), name: mark < 0 ? word : word.slice(0, mark), end: text.indexOf('\n', stop) + 1 };
}

export const CODEBLOCK: BlockConstruct<Parser> = {
  name: 'codeblock',
  starts: ' \t',
  parse: parseCodeblock,
};

export const FENCED_CODEBLOCK: BlockConstruct<Parser> = {
  name: 'codeblock_fenced',
  starts: '~',
  parse: parseFencedCodeblock,
};

export const FENCED_CODEBLOCK_GFM: BlockConstruct<Parser> = {
  name: 'codeblock_fenced_gfm',
  starts: '~`',
  isStart: (text, _, start) => isFence(text, start),
  parse: parseFencedCodeblockGfm,
};
