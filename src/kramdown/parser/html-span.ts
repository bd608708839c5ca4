import { downcase } from '../characters.ts';
import { escapeHtml } from '../escape.ts';
import { isUnclosed, learnUnclosed } from './attempts.ts';
import { surroundings } from './emphasis.ts';
import { setHtmlAttributes, takeMarkdownAttribute } from './html-block.ts';
import { BLOCK_ELEMENTS, contentModel, ELEMENTS_WITHOUT_BODY, isHtmlElement } from './html-elements.ts';
import type { Tag } from './html-tag.ts';
import { commentEnd, endTagAt, nameEnd, startTagAt } from './html-tag.ts';
import type { Parser, Stop } from './parser.ts';
import { type SpanConstruct, spanTable } from './tables.ts';

/** HTML within text. */
function parseSpanHtml(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const c = text.charCodeAt(pos + 1);
  const comment = c === 33 ? commentEnd(src, pos) : -1;
  if (comment >= 0) {
    parser.append(parser.make('xml_comment', text.slice(pos, comment), { category: 'span' }));
    src.pos = comment;
    return true;
  }
  if (c === 33) {
    const isData = parser.options.version.readsCharacterData && text.startsWith('<![CDATA[', pos);
    const data = isData ? src.find(']]>', pos + 9) : -1;
    if (data < 0) {
      if (!isData && !text.startsWith('<!--', pos)) return false;
      parser.addCharacter();
      return true;
    }
    parser.addText(escapeHtml(text.slice(pos + 9, data)));
    src.pos = data + 3;
    return true;
  }
  const end = endTagAt(text, pos);
  if (end) {
    parser.warn(`Found invalidly used HTML closing tag for '${end.name}'`);
    parser.addText(text.slice(pos, end.end));
    src.pos = end.end;
    return true;
  }
  if (c !== 47 && nameEnd(text, pos + 1) < 0) return false;
  const tag = c === 47 ? null : startTagAt(src, pos);
  if (tag) parseElement(parser, tag);
  else parser.addCharacter();
  return true;
}

function parseElement(parser: Parser, tag: Tag): void {
  const { src, options, tree } = parser;
  const { text, pos } = src;
  const lower = downcase(tag.name);
  const known = isHtmlElement(lower, options.version.spanElements);
  const name = known ? lower : tag.name;
  src.pos = tag.end;
  if (BLOCK_ELEMENTS.has(name) || parser.tooDeep) {
    parser.warn(`Found block HTML tag '${name}' in span-level text`, pos);
    parser.addText(text.slice(pos, tag.end));
    return;
  }
  const el = parser.make('html_element', name, { category: 'span', contentModel: 'raw', closed: tag.closed }, pos);
  setHtmlAttributes(parser, el, tag, known);
  if (el.attributes) {
    for (const [key, value] of el.attributes) {
      if (value?.includes('\n')) el.attributes.set(key, value.replace(/\n+/g, ' '));
    }
  }
  const model = contentModel(name);
  const inRaw = tree.type === 'html_element' && tree.detail.contentModel === 'raw';
  let parsed = model === 'raw' || inRaw ? false : options.parseSpanHtml;
  const asked = takeMarkdownAttribute(el);
  if (asked === 'block') parser.warn('Cannot use block-level parsing in span-level HTML tag - using default mode', pos);
  else if (asked === 'span') parsed = true;
  else if (asked === 'default') parsed = model !== 'raw';
  else if (asked === 'raw') parsed = false;
  el.detail.contentModel = parsed ? 'span' : 'raw';
  parser.append(el);
  if (!tag.closed && !ELEMENTS_WITHOUT_BODY.has(name)) readContent(parser, el, name, known, parsed);
  if (options.htmlToNative) parser.convertLast();
}

function readContent(
  parser: Parser,
  el: ReturnType<Parser['make']>,
  name: string,
  known: boolean,
  parsed: boolean,
): void {
  const { src, effects } = parser;
  const key = surroundings(parser) + (parsed ? 8 : 0);
  // An enclosing attempt fails on such an element anyway, since it extends to the end of the text.
  if (parser.attempts > 0 && isUnclosed(src, key, el.at)) {
    src.pos = src.text.length;
    return;
  }
  const stop: Stop = {
    starts: '',
    at: (text, at) => isEndTag(text, at, name, known),
    accept: () => true,
  };
  if (parser.parseSpans(el, stop, parsed ? parser.dialect.spans : HTML_ONLY)) {
    src.pos = src.text.indexOf('>', src.pos) + 1;
    return;
  }
  if (parser.attempts > 0 && parser.effects === effects) learnUnclosed(src, key, el.at);
  parser.warn(`Found no end tag for '${name}' - auto-closing it`, el.at);
  parser.addText(src.text.slice(src.pos), el);
  src.pos = src.text.length;
}

function isEndTag(text: string, at: number, name: string, known: boolean): boolean {
  if (text.charCodeAt(at) !== 60 || text.charCodeAt(at + 1) !== 47) return false;
  const found = text.slice(at + 2, at + 2 + name.length);
  if (found !== name && !(known && downcase(found) === name)) return false;
  let i = at + 2 + name.length;
  while (text.charCodeAt(i) === 32 || (text.charCodeAt(i) >= 9 && text.charCodeAt(i) <= 13)) i++;
  return text.charCodeAt(i) === 62;
}

export const SPAN_HTML: SpanConstruct<Parser> = {
  name: 'span_html',
  starts: '<',
  parse: parseSpanHtml,
};

/** Raw elements within text contain only text and elements. */
const HTML_ONLY = spanTable([SPAN_HTML]);
