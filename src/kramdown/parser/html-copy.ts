// Raw HTML without elements. Most HTML in a page is well-formed and printed as written, so it is copied in one pass,
// and is one node of the tree.

import { downcase } from '../characters.ts';
import type { Attributes, HtmlElement } from '../element.ts';
import { escapeText } from '../escape.ts';
import { htmlAttributes } from '../markup.ts';
import type { Source } from '../source.ts';
import { ELEMENTS_WITHOUT_BODY, isHtmlElement } from './html-elements.ts';
import { commentEnd, endTagAt, startTagAt } from './html-tag.ts';
import type { Parser } from './parser.ts';

/**
 * Copies an element's raw content up to its end tag: its child is the content as it is printed. Content that causes a
 * warning, has a `markdown` attribute or is nested very deep isn't copied.
 * @returns whether the content was copied; if not, the parser's position is unchanged
 */
export function copyRawHtml(parser: Parser, el: HtmlElement): boolean {
  const { src } = parser;
  const copy = new RawCopy(parser, el.value);
  if (!copy.run()) return false;
  parser.addText(copy.html, el, 'raw');
  src.pos = copy.at;
  return true;
}

class RawCopy {
  html = '';
  at: number;
  readonly #parser: Parser;
  readonly #src: Source;
  readonly #open: string[];
  /** The start of what hasn't been copied yet. */
  #from: number;

  constructor(parser: Parser, name: string) {
    this.#parser = parser;
    this.#src = parser.src;
    this.#open = [name];
    this.at = parser.src.pos;
    this.#from = this.at;
  }

  /** Returns whether the content could be copied. */
  run(): boolean {
    const { text } = this.#src;
    while (this.#open.length > 0) {
      const start = this.at;
      let special = false;
      let i = start;
      for (; i < text.length; i++) {
        const c = text.charCodeAt(i);
        if (c === 60) break;
        if (c === 38 || c === 62) special = true;
      }
      if (i >= text.length) return false;
      if (special) this.#put(start, i, escapeText(text.slice(start, i)));
      this.at = i;
      if (!this.#piece(text, i)) return false;
    }
    return true;
  }

  /** Replaces a range of the text in the output. */
  #put(start: number, end: number, html: string): void {
    this.html += this.#src.text.slice(this.#from, start) + html;
    this.#from = end;
  }

  // Handles what starts at a `<`. Returns false if it can't be copied.
  #piece(text: string, at: number): boolean {
    const c = text.charCodeAt(at + 1);
    if (c === 47) return this.#endTag(text, at);
    if (c === 33 || c === 63) {
      if (text.startsWith('<![CDATA[', at)) return false;
      const end = c === 33 ? commentEnd(this.#src, at) : this.#src.find('?>', at + 2) + 2;
      if (end > at) this.at = end;
      else this.#angle(at);
      return true;
    }
    const end = cleanTagEnd(text, at);
    return end < 0 ? this.#otherTag(at) : this.#startTag(text, at, end);
  }

  #angle(at: number): void {
    this.#put(at, at + 1, '&lt;');
    this.at = at + 1;
  }

  #endTag(text: string, at: number): boolean {
    const name = this.#open[this.#open.length - 1]!;
    const behind = at + 2 + name.length;
    const clean = text.charCodeAt(behind) === 62 && text.startsWith(name, at + 2);
    if (!clean) {
      const end = endTagAt(text, at);
      if (!end) {
        this.#angle(at);
        return true;
      }
      const found = isHtmlElement(name, this.#parser.options.version.spanElements) ? downcase(end.name) : end.name;
      if (found !== name) return false;
      this.at = end.end;
    } else this.at = behind + 1;
    this.#open.pop();
    if (this.#open.length === 0) this.#put(at, this.at, '');
    else if (!clean) this.#put(at, this.at, `</${name}>`);
    return true;
  }

  // A start tag that is printed as written, except for the end of an element without a body.
  #startTag(text: string, at: number, end: number): boolean {
    let stop = at + 1;
    for (let c = text.charCodeAt(stop); c !== 32 && c !== 62; c = text.charCodeAt(stop)) stop++;
    const name = text.slice(at + 1, stop);
    this.at = end;
    const closed = text.charCodeAt(end - 2) === 47;
    if (closed) return name !== 'script' && name !== 'style';
    if (!ELEMENTS_WITHOUT_BODY.has(name)) return this.#enter(name);
    this.#put(end - 1, end, ' />');
    return true;
  }

  // Any other start tag, or text that looks like one.
  #otherTag(at: number): boolean {
    const tag = startTagAt(this.#src, at);
    if (!tag) {
      this.#angle(at);
      return true;
    }
    const lower = downcase(tag.name);
    const known = isHtmlElement(lower, this.#parser.options.version.spanElements);
    const name = known ? lower : tag.name;
    const attributes: Attributes = new Map(tag.attributes.map(([key, value]) => [known ? downcase(key) : key, value]));
    if (attributes.size < tag.attributes.length || attributes.has('markdown')) return false;
    const body = !tag.closed && !ELEMENTS_WITHOUT_BODY.has(name);
    this.#put(at, tag.end, `<${name}${htmlAttributes(attributes)}${body ? '>' : ' />'}`);
    this.at = tag.end;
    if (body) return this.#enter(name);
    return name !== 'script' && name !== 'style';
  }

  #enter(name: string): boolean {
    if (this.#parser.depth + this.#open.length + 1 >= this.#parser.deepest) return false;
    this.#open.push(name);
    if (name !== 'script' && name !== 'style') return true;
    // The text of a script or style isn't HTML.
    const end = this.#src.search(name === 'script' ? SCRIPT_END : STYLE_END, this.at);
    this.at = end;
    return end >= 0;
  }
}

const SCRIPT_END = /<\/script[ \t\r\n\f\v]*>/giu;
const STYLE_END = /<\/style[ \t\r\n\f\v]*>/giu;

const isLower = (c: number) => c >= 97 && c <= 122;
const isName = (c: number) => isLower(c) || c === 45 || (c >= 48 && c <= 57);

/**
 * The end of a start tag that is written as kramdown would print it: in lower case, with single spaces and double
 * quotes, each attribute once, and values that need no escaping. -1 for any other.
 */
function cleanTagEnd(text: string, at: number): number {
  let i = at + 1;
  if (!isLower(text.charCodeAt(i))) return -1;
  while (isName(text.charCodeAt(i))) i++;
  // One bit per attribute name seen; a collision is rare, and only means that the tag isn't copied as it is.
  let seen = 0;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === 62) return i + 1;
    if (c !== 32) return -1;
    const name = ++i;
    if (!isLower(text.charCodeAt(i))) return text.startsWith('/>', i) ? i + 2 : -1;
    let hash = 0;
    for (let n = text.charCodeAt(i); isName(n); n = text.charCodeAt(++i)) hash = (hash * 31 + n) | 0;
    if (text.charCodeAt(i) !== 61 || text.charCodeAt(i + 1) !== 34) return -1;
    const bit = 1 << (hash & 31);
    if ((seen & bit) !== 0) return -1;
    seen |= bit;
    if (i - name === 8 && text.startsWith('markdown', name)) return -1;
    const value = i + 2;
    const isId = i - name === 2 && text.startsWith('id', name);
    for (i = value; text.charCodeAt(i) !== 34; i++) {
      const v = text.charCodeAt(i);
      if (v === 38 || v === 60 || v === 62 || i >= text.length) return -1;
    }
    // An id of only white space isn't printed.
    if (isId && !(text.charCodeAt(value) > 32 && text.charCodeAt(value) < 127 && value < i)) return -1;
    i++;
  }
}
