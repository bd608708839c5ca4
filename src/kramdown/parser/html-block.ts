// HTML at the start of a line.

import { downcase } from '../characters.ts';
import type { ContentModel, HtmlElement, Root } from '../element.ts';
import { attributesOf } from '../element.ts';
import { copyRawHtml } from './html-copy.ts';
import { contentModel, ELEMENTS_WITHOUT_BODY, isHtmlElement } from './html-elements.ts';
import type { Tag } from './html-tag.ts';
import { commentEnd, endTagAt, startTagAt } from './html-tag.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

const MODELS: ReadonlyMap<string, ContentModel | 'default'> = new Map<string, ContentModel | 'default'>([
  ['0', 'raw'],
  ['1', 'default'],
  ['span', 'span'],
  ['block', 'block'],
]);

/** Reads and removes an element's `markdown` attribute. */
export function takeMarkdownAttribute(el: HtmlElement): ContentModel | 'default' | undefined {
  const value = el.attributes?.get('markdown');
  el.attributes?.delete('markdown');
  return MODELS.get(value ?? '');
}

/** Block HTML: a comment, an element with its content, or the end tag of the enclosing element. */
function parseBlockHtml(parser: Parser): boolean | 'stop' {
  const { src, tree, options } = parser;
  const { text, pos } = src;
  const start = skipIndent(text, pos);
  if (text.charCodeAt(start) !== 60) return false;
  const comment = commentEnd(src, pos);
  if (comment >= 0) {
    parser.append(parser.make('xml_comment', text.slice(pos, comment), { category: 'block' }));
    src.pos = comment;
    skipLineEnd(parser);
    return true;
  }
  const spans = options.version.spanElements;
  const tag = startTagAt(src, start);
  if (tag && !spans.has(downcase(tag.name))) {
    src.pos = tag.end;
    handleStartTag(parser, tag, start);
    if (options.htmlToNative) parser.convertLast();
    return true;
  }
  const end = endTagAt(text, start);
  if (end && !spans.has(downcase(end.name)) && tree.type === 'html_element' && tree.value === downcase(end.name)) {
    src.pos = end.end;
    return 'stop';
  }
  return false;
}

/** Skips `[ \t]*\n`, if it is here. */
function skipLineEnd(parser: Parser): void {
  const { src } = parser;
  let i = src.pos;
  while (src.text.charCodeAt(i) === 32 || src.text.charCodeAt(i) === 9) i++;
  if (src.text.charCodeAt(i) === 10) src.pos = i + 1;
}

const isRaw = (parser: Parser) => parser.tree.type === 'html_element' && parser.tree.detail.contentModel === 'raw';

/** Creates the element of a start tag, and parses its content. */
function handleStartTag(parser: Parser, tag: Tag, at: number): void {
  const el = startElement(parser, tag, at);
  if (needsBody(parser, el, tag)) readBody(parser, el);
}

/** Creates the element of a tag, with its text if it is a script or style. */
function startElement(parser: Parser, tag: Tag, at: number): HtmlElement {
  const { src, options } = parser;
  const lower = downcase(tag.name);
  const known = isHtmlElement(lower, options.version.spanElements);
  const name = known ? lower : tag.name;
  const el = parser.make('html_element', name, { category: 'block', contentModel: 'raw', closed: false }, at);
  setHtmlAttributes(parser, el, tag, known);
  parser.append(el);
  if (isTextElement(el)) {
    const end = findEndTag(parser, name);
    if (end < 0) {
      parser.addText(src.text.slice(src.pos), el, 'raw');
      src.pos = src.text.length;
      parser.warn(`Found no end tag for '${name}' - auto-closing it`, at);
    } else {
      parser.addText(src.text.slice(src.pos, end), el, 'raw');
      src.pos = endTagAt(src.text, end)?.end ?? end;
    }
  }
  return el;
}

export function setHtmlAttributes(parser: Parser, el: HtmlElement, tag: Tag, known: boolean): void {
  if (tag.attributes.length === 0) return;
  const attributes = attributesOf(el);
  for (const [name, value] of tag.attributes) {
    const key = known ? downcase(name) : name;
    if (attributes.has(key)) parser.warn(`Duplicate HTML attribute '${key}' - overwriting previous one`, el.at);
    attributes.set(key, value);
  }
}

// Decides how the content is parsed. Returns false if the tag is closed or its text has already been read.
function needsBody(parser: Parser, el: HtmlElement, tag: Tag): boolean {
  parser.takeBlockIal(el);
  const byDefault = contentModel(el.value);
  let model: ContentModel = !isRaw(parser) && parser.options.parseBlockHtml ? byDefault : 'raw';
  const asked = takeMarkdownAttribute(el);
  if (asked) model = asked === 'default' ? byDefault : asked;
  if (model === 'block') skipLineEnd(parser);
  el.detail.contentModel = model;
  const text = isTextElement(el);
  el.detail.closed = !text && isClosed(el, tag);
  return !text && !el.detail.closed;
}

/** Whether an element contains only text, which is read with its tag. */
export const isTextElement = ({ value }: HtmlElement) => value === 'script' || value === 'style';

/** Whether an element ends with its start tag. */
export const isClosed = ({ value }: HtmlElement, tag: Tag) => tag.closed || ELEMENTS_WITHOUT_BODY.has(value);

function readBody(parser: Parser, el: HtmlElement): void {
  const { src } = parser;
  const { contentModel: model } = el.detail;
  if (parser.tooDeep) {
    parser.addText(src.text.slice(src.pos), el, 'text');
    src.pos = src.text.length;
  } else if (model === 'block') {
    if (!parser.parseBlocks(el)) warnUnclosed(parser, el);
  } else if (model === 'span') {
    const end = findEndTag(parser, el.value);
    if (end < 0) {
      parser.addText(src.text.slice(src.pos), el);
      src.pos = src.text.length;
      warnUnclosed(parser, el);
    } else {
      parser.addText(src.text.slice(src.pos, end), el);
      src.pos = endTagAt(src.text, end)?.end ?? end;
    }
  } else if (!parser.copiesHtml || isRaw(parser) || !copyRawHtml(parser, el)) parseRawHtml(parser, el);
  if (!isRaw(parser)) skipLineEnd(parser);
}

function warnUnclosed(parser: Parser, el: HtmlElement): void {
  parser.warn(`Found no end tag for '${el.value}' - auto-closing it`, el.at);
}

/**
 * The next end tag with a name, in any case, or -1. As in kramdown's expression, a dot in the name matches any
 * character.
 */
function findEndTag(parser: Parser, name: string): number {
  return parser.src.search(new RegExp(`</${name}[ \\t\\r\\n\\f\\v]*>`, 'giu'), parser.src.pos);
}

const RAW_START = /<(?:[/?_\p{Alphabetic}]|!--)/gu;
const RAW_OR_DATA_START = /<(?:[/?_\p{Alphabetic}]|!--|!\[CDATA\[)/gu;

/**
 * Parses HTML up to the element's end tag, or to the end of the text. Nested raw elements are parsed iteratively.
 * @param hasBody decides how an element's content is parsed; returns false if there is nothing to parse
 */
export function parseRawHtml(
  parser: Parser,
  outer: HtmlElement | Root,
  hasBody: (parser: Parser, el: HtmlElement, tag: Tag) => boolean = needsBody,
): void {
  const { src, tree } = parser;
  const { text } = src;
  const starts = parser.options.version.readsCharacterData ? RAW_OR_DATA_START : RAW_START;
  const open = [outer];
  const { depth } = parser;
  while (open.length > 0) {
    const el = open[open.length - 1]!;
    parser.tree = el;
    parser.depth = depth + open.length;
    if (src.done) {
      open.pop();
      continue;
    }
    const at = src.search(starts, src.pos);
    if (at < 0) {
      parser.addText(text.slice(src.pos), el, 'text');
      src.pos = text.length;
      if (el.type === 'html_element') warnUnclosed(parser, el);
      open.pop();
      continue;
    }
    parser.addText(text.slice(src.pos, at), el, 'text');
    src.pos = at;
    if (readRawPiece(parser, el)) continue;
    const tag = startTagAt(src, at);
    const end = tag ? null : endTagAt(text, at);
    if (tag) {
      src.pos = tag.end;
      const child = startElement(parser, tag, at);
      if (!hasBody(parser, child, tag)) continue;
      if (child.detail.contentModel === 'raw' && !parser.tooDeep) open.push(child);
      else readBody(parser, child);
    } else if (end) {
      src.pos = end.end;
      if (isEndOf(el, end.name, parser)) open.pop();
      else {
        parser.addText(text.slice(at, end.end), el, 'text');
        parser.warn(`Found invalidly used HTML closing tag for '${end.name}' - ignoring it`, at);
      }
    } else {
      parser.addText('<', el, 'text');
      src.pos++;
    }
  }
  parser.depth = depth;
  parser.tree = tree;
}

function isEndOf({ value }: HtmlElement | Root, name: string, { options }: Parser): boolean {
  return value !== null && value === (isHtmlElement(value, options.version.spanElements) ? downcase(name) : name);
}

// A comment, a processing instruction, or (2.5) character data.
function readRawPiece(parser: Parser, el: HtmlElement | Root): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const c = text.charCodeAt(pos + 1);
  if (c === 33) {
    const end = commentEnd(src, pos);
    if (end >= 0) {
      parser.append(parser.make('xml_comment', text.slice(pos, end), { category: 'block' }));
      src.pos = end;
      return true;
    }
    if (!parser.options.version.readsCharacterData) return false;
    const data = text.startsWith('<![CDATA[', pos) ? src.find(']]>', pos + 9) : -1;
    if (data < 0) return false;
    el.children.push(parser.make('text', text.slice(pos + 9, data), null));
    src.pos = data + 3;
    return true;
  }
  if (c !== 63) return false;
  const end = src.find('?>', pos + 2);
  if (end < 0) return false;
  parser.append(parser.make('xml_pi', text.slice(pos, end + 2), { category: 'block' }));
  src.pos = end + 2;
  return true;
}

export const BLOCK_HTML: BlockConstruct<Parser> = {
  name: 'block_html',
  starts: '<',
  parse: parseBlockHtml,
};
