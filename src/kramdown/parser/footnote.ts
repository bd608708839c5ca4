import { attributeNameEnd } from './attribute-list.ts';
import { codeEnd } from './codeblock.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct, SpanConstruct } from './tables.ts';

/** `[^name]: content`, including the indented lines that follow. */
function parseFootnoteDefinition(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const start = skipIndent(text, pos);
  if (text.charCodeAt(start) !== 91 || text.charCodeAt(start + 1) !== 94) return false;
  const nameStop = attributeNameEnd(text, start + 2);
  if (nameStop < 0 || !text.startsWith(']:', nameStop)) return false;
  const name = text.slice(start + 2, nameStop);
  src.pos = src.lineEnd(nameStop);
  src.pos = codeEnd(parser, src.pos);
  const content = text.slice(nameStop + 2, src.pos).replace(/(?<![^\n])(?:\t| {4})/g, '');
  const el = parser.make('footnote_def', null, null, pos);
  parser.parseBlocks(el, parser.part(content, nameStop + 2));
  if (parser.footnotes.has(name)) parser.warn(`Duplicate footnote name '${name}' - overwriting`, pos);
  const end = parser.makeBlock('eob', 'footnote_def', null, pos);
  parser.append(end);
  parser.footnotes.set(name, { content: el, src, element: end, marked: false });
  return true;
}

/** `[^name]`, if the footnote is defined. */
function parseFootnoteMarker(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  if (text.charCodeAt(pos + 1) !== 94) return false;
  const nameStop = attributeNameEnd(text, pos + 2);
  if (nameStop < 0 || text.charCodeAt(nameStop) !== 93) return false;
  const name = text.slice(pos + 2, nameStop);
  src.pos = nameStop + 1;
  const footnote = parser.footnotes.get(name);
  if (!footnote) {
    parser.warn(`Footnote definition for '${name}' not found`, pos);
    parser.addText(text.slice(pos, src.pos));
    return true;
  }
  const mark = parser.make('footnote', name, null, pos);
  const { element } = footnote;
  if (element) {
    if (!footnote.marked && element.ial) parser.applyAttributes(element, element.ial);
    // All markers of a footnote share their attributes.
    mark.attributes = element.attributes;
    mark.ial = element.ial;
  }
  footnote.marked = true;
  parser.append(mark);
  return true;
}

export const FOOTNOTE_DEFINITION: BlockConstruct<Parser> = {
  name: 'footnote_definition',
  starts: '[',
  parse: parseFootnoteDefinition,
};

export const FOOTNOTE_MARKER: SpanConstruct<Parser> = {
  name: 'footnote_marker',
  starts: '[',
  parse: parseFootnoteMarker,
};
