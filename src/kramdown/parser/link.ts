// Links and images.

import { isSpace, strip } from '../characters.ts';
import type { AttributeList, Element, Image, Link } from '../element.ts';
import { attributesOf } from '../element.ts';
import type { Destination, Source } from '../source.ts';
import { LinkAttempt } from './attempts.ts';
import { surroundings } from './emphasis.ts';
import { normalizeLinkId } from './link-definition.ts';
import type { Parser, Stop } from './parser.ts';
import { nextStart, type SpanConstruct } from './tables.ts';

const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;

/** Links and images: `[text](url "title")`, `[text][name]`, `[name]`. */
function parseLink(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const isImage = text.charCodeAt(pos) === 33;
  if (isImage && text.charCodeAt(pos + 1) !== 91) return false;
  const mark = isImage ? '![' : '[';
  const start = pos + mark.length;
  if (start >= text.length || text.charCodeAt(start) === 94) return false;
  src.pos = start;
  const asText = () => {
    src.pos = start;
    parser.addText(mark);
    return true;
  };
  // Links can't be nested.
  if ((!isImage && parser.inLink > 0) || parser.tooDeep) return asText();

  const { effects } = parser;
  const el = parser.make(isImage ? 'img' : 'a', null, null, pos);
  // A fast path: most links contain only text, and need no attempt.
  let attempt: LinkAttempt | null = null;
  const plain = nextStart(text, start, parser.dialect.spans, ']');
  if (plain >= 0 && text.charCodeAt(plain) === 93) {
    parser.addText(text.slice(start, plain), el, parser.textType, start);
    src.pos = plain;
  } else {
    attempt = readText(parser, el, pos, start);
    if (!attempt) return asText();
  }
  const close = src.pos;
  const target = targetAt(parser, start, close);
  if (!target) {
    warnUndefined(parser, pos, start, close);
    return parser.effects === effects && !attempt?.isOdd && adopt(parser, mark, el, close, attempt) ? true : asText();
  }
  const alt = text.slice(start, close).replace(ESCAPED, '$1');
  addLink(parser, el, target, alt);
  src.pos = target.end;
  return true;
}

/** Parses the text up to its closing bracket. Null if there is none, or if it is known to have no target. */
function readText(parser: Parser, el: Link | Image, pos: number, start: number): LinkAttempt | null {
  const { src, effects } = parser;
  const { text } = src;
  const key = surroundings(parser) | 4;
  const known = LinkAttempt.known(src, key, start);
  if (known !== undefined && !targetAt(parser, start, known)) {
    warnUndefined(parser, pos, start, known);
    return null;
  }
  const attempt = new LinkAttempt(src, key, start);
  const stop: Stop = {
    starts: ']',
    at: (whole, at) => {
      const c = whole.charCodeAt(at);
      return c === 93 || c === 91 || (c === 33 && whole.charCodeAt(at + 1) === 91);
    },
    accept: (inner) => {
      const at = src.pos;
      const c = text.charCodeAt(at);
      return attempt.bracket(inner, at, c === 93, c === 33 ? 2 : 1);
    },
    attempt,
  };
  const found = parser.parseSpans(el, stop);
  if (parser.effects === effects) attempt.learn(found, el);
  return found ? attempt : null;
}

// Within another link's text, the content would be parsed again with the same result, so its children are kept.
function adopt(parser: Parser, mark: string, el: Link | Image, close: number, inner: LinkAttempt | null): boolean {
  const { tree, attempt } = parser;
  if ((tree.type !== 'a' && tree.type !== 'img') || !(attempt instanceof LinkAttempt) || !attempt.mayAdopt)
    return false;
  parser.addText(mark);
  for (const child of el.children) {
    if (child.type === 'text') parser.addText(child.value);
    else parser.append(child);
  }
  attempt.adopted(tree, inner);
  parser.src.pos = close;
  return true;
}

// Warns about an undefined link, if its text is its only name.
function warnUndefined(parser: Parser, pos: number, start: number, close: number): void {
  const { src } = parser;
  const { text } = src;
  const behind = stopEnd(text, close);
  let bracket = behind;
  while (isSpace(text.charCodeAt(bracket))) bracket++;
  if (text.charCodeAt(bracket) === 91 && src.find(']', bracket + 1) > bracket + 1) return;
  if (text.charCodeAt(behind) === 40) return;
  // Twice the length, since normalising may collapse white space.
  const name = text.slice(start, Math.min(close, start + 2 * LONGEST_SHOWN)).replace(ESCAPED, '$1');
  parser.warn(`No link definition for link ID '${shortened(normalizeLinkId(name))}' found`, pos);
}

const LONGEST_SHOWN = 200;
const shortened = (name: string) => (name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name);

interface Target {
  readonly url: string | null;
  readonly title: string | null;
  readonly definition: Element | null;
  readonly end: number;
}

/** The target after a link's text, from the closing bracket on; null if this isn't a link. */
function targetAt(parser: Parser, start: number, close: number): Target | null {
  const { src } = parser;
  const { text } = src;
  const behind = stopEnd(text, close);
  let bracket = behind;
  while (isSpace(text.charCodeAt(bracket))) bracket++;
  if (text.charCodeAt(bracket) === 91) {
    const end = src.find(']', bracket + 1);
    if (end > bracket + 1) return definedTarget(parser, text.slice(bracket + 1, end), end + 1);
    if (end >= 0) return ownTarget(parser, start, close, end + 1);
  }
  if (text.charCodeAt(behind) === 40) return inlineTarget(src, behind);
  return ownTarget(parser, start, close, behind);
}

// The offset after what closes a link's text: `]` or, after an HTML image, another image's `![` (see LinkAttempt).
const stopEnd = (text: string, close: number) => close + (text.charCodeAt(close) === 33 ? 2 : 1);

// Uses the text itself as the name.
function ownTarget(parser: Parser, start: number, close: number, end: number): Target | null {
  const { src, linkDefs } = parser;
  if (linkDefs.size === 0) return null;
  // A name defined in the text can't contain a bracket.
  const bracket = src.find(']', start);
  if (bracket < close && parser.options.linkDefs.size === 0) return null;
  return definedTarget(parser, src.text.slice(start, close).replace(ESCAPED, '$1'), end);
}

function definedTarget({ linkDefs }: Parser, name: string, end: number): Target | null {
  const definition = linkDefs.size === 0 ? undefined : linkDefs.get(normalizeLinkId(name));
  return definition ? { url: definition.url, title: definition.title, definition: definition.element, end } : null;
}

const TITLE_END = { 34: /"[ \t\r\n\f\v]*\)/g, 39: /'[ \t\r\n\f\v]*\)/g } as const;

/** The target in parentheses at an offset. */
function inlineTarget(src: Source, open: number): Target | null {
  const { text } = src;
  let url: string;
  let behind: number;
  const angle = text.charCodeAt(open + 1) === 60 ? src.find('>', open + 2) : -1;
  if (angle >= 0 && !(src.find('\n', open + 2) >= 0 && src.find('\n', open + 2) < angle)) {
    url = text.slice(open + 2, angle);
    behind = angle + 1;
    if (text.charCodeAt(behind) === 41) return { url, title: null, definition: null, end: behind + 1 };
  } else {
    const end = destinationEnd(src, open);
    if (end === null) return null;
    url = strip(text.slice(open + 1, end.at));
    behind = end.at + 1;
    if (end.closed) return { url, title: null, definition: null, end: behind };
  }
  let quote = behind;
  while (isSpace(text.charCodeAt(quote))) quote++;
  const c = text.charCodeAt(quote);
  if (c !== 34 && c !== 39) return null;
  const titleEnd = src.search(TITLE_END[c], quote + 2);
  if (titleEnd < 0) return null;
  let end = titleEnd + 1;
  while (text.charCodeAt(end) !== 41) end++;
  return { url, title: text.slice(quote + 1, titleEnd), definition: null, end: end + 1 };
}

const PAREN = /[()]|[ \t\r\n\f\v](?=['"])/g;

// Parentheses nest. One pass finds the ends of all parentheses on the way, and caches them.
function destinationEnd(src: Source, open: number): Destination | null {
  const known = src.destinations.get(open);
  if (known !== undefined) return known;
  const stack: number[] = [];
  let end: Destination | null = null;
  PAREN.lastIndex = open;
  for (let match = PAREN.exec(src.text); match; match = PAREN.exec(src.text)) {
    const at = match.index;
    if (match[0] === '(') stack.push(at);
    else if (match[0] === ')') {
      end = { at, closed: true };
      src.destinations.set(stack.pop()!, end);
      if (stack.length === 0) return end;
      end = null;
    } else {
      end = { at, closed: false };
      break;
    }
  }
  for (const at of stack) src.destinations.set(at, end);
  return end;
}

function addLink(parser: Parser, el: Link | Image, { url, title, definition }: Target, alt: string): void {
  const ial: AttributeList | null = definition?.ial ?? null;
  el.ial = ial;
  if (ial) parser.applyAttributes(el, ial);
  const attributes = attributesOf(el);
  if (el.type === 'a') attributes.set('href', url);
  else {
    attributes.set('src', url);
    attributes.set('alt', alt);
    el.children = [];
  }
  if (title !== null) attributes.set('title', title);
  parser.append(el);
}

export const LINK: SpanConstruct<Parser> = {
  name: 'link',
  starts: '[!',
  finds: { '!': (text, at) => (text.charAt(at + 1) === '[' ? at : -1) },
  parse: parseLink,
};
