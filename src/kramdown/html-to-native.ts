// Converts HTML elements to kramdown's elements where there is an equivalent: in HTML documents, and in Markdown with
// the option html_to_native. kramdown's ElementConverter (parser/html.rb, 2.4.0 and 2.5.2).

import { entityCharacter, namedEntity, numericEntity } from '../text/html-entities.ts';
import { lstrip, rstrip, strip } from './characters.ts';
import type { Category, Element, ElementOf, HtmlElement, Root, SmartQuote, TypographicSymbol } from './element.ts';
import { element, isBlock } from './element.ts';
import { KramdownError } from './error.ts';
import { isSimpleTable, tableAlignment } from './html-to-native-table.ts';
import { contentModel } from './parser/html-elements.ts';
import type { Parser } from './parser/parser.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const WITHOUT_TEXT = words('html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup');
const TEXT_WRAPPED = words(
  'body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form',
);
const WITHOUT_WHITESPACE = words(
  'body section nav article aside header footer address div li dd blockquote figure figcaption td th fieldset form',
);
const STRIPPED = words(
  'address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 h5 h6 ' +
    'legend li nav p section td th',
);
const SIMPLE = words('em strong blockquote hr br img p thead tbody tfoot tr td th ul ol dl li dt dd');
const EMPHASIS: ReadonlyMap<string, 'em' | 'strong'> = new Map([
  ['em', 'em'],
  ['i', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
]);
const QUOTES = words('lsquo rsquo ldquo rdquo');
const SYMBOLS = words('mdash ndash hellip laquo raquo');

/** Converts an element that has just been parsed, with its content. */
export function convertToNative(parser: Parser, el: Element): void {
  new NativeConverter(parser).process(el, true, false, null);
}

/** Converts a parsed HTML document. */
export function convertRoot(parser: Parser): void {
  new NativeConverter(parser).root(parser.root);
}

// Changes an element's type in place, since the tree around it is still being built.
function become(el: Element, type: string, detail: unknown = null, value: unknown = null): void {
  Object.assign(el, { type, detail, value, ial: null });
}

class NativeConverter {
  readonly #parser: Parser;

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  root(el: Root): void {
    this.#children(el, true, false);
    removeWhitespace(el);
  }

  process(el: Element, convert: boolean, preserve: boolean, parent: Element | null): void {
    if (el.type === 'xml_comment' || el.type === 'xml_pi') {
      const isOuter = parent === null || parent.type === 'root';
      const around = isOuter ? 'div' : parent.type === 'html_element' ? parent.value : parent.type;
      const isHeader = parent?.type === 'header';
      el.detail.category = contentModel(isHeader ? 'h1' : around) === 'span' ? 'span' : 'block';
      return;
    }
    if (el.type !== 'html_element') return;
    const name = el.value;
    if (convert && this.#special(el, name)) return;
    if (convert && WITHOUT_TEXT.has(name))
      el.children = el.children.filter((child) => (child as Element).type !== 'text');
    if (convert && SIMPLE.has(name)) {
      become(el, name, name === 'p' ? { transparent: false } : name === 'dt' ? { rawText: '' } : null);
      this.#children(el, convert, preserve);
    } else this.#asHtml(el, convert, preserve);
    if (!convert) return;
    if (STRIPPED.has(name)) stripText(el);
    if (WITHOUT_WHITESPACE.has(name)) removeWhitespace(el);
    if (TEXT_WRAPPED.has(name)) wrapText(el);
  }

  // Elements that need their own conversion. Returns false for others.
  #special(el: HtmlElement, name: string): boolean {
    switch (name) {
      case 'textarea':
        this.#asHtml(el, true, true);
        return true;
      case 'a':
        if (el.attributes?.get('href') != null) {
          become(el, 'a');
          this.#children(el, true, false);
        } else this.#asHtml(el, false, false);
        return true;
      case 'em':
      case 'strong':
      case 'b':
      case 'i':
        this.#emphasis(el, name);
        return true;
      case 'code':
      case 'pre':
        this.#code(el, name);
        return true;
      case 'table':
        this.#table(el);
        return true;
      case 'script':
        this.#script(el);
        return true;
    }
    if (!/^h[1-6]$/.test(name)) return false;
    become(el, 'header', { level: Number(name.charAt(1)), rawText: textOf(el) });
    this.#children(el, true, false);
    return true;
  }

  #children(el: Element, convert: boolean, preserve: boolean): void {
    const result: Element[] = [];
    for (const child of el.children) {
      if (child.type === 'text') {
        for (const piece of this.#text(child.value, preserve || !convert)) result.push(piece);
      } else {
        this.process(child, convert, preserve, el);
        result.push(child);
      }
    }
    el.children = result;
  }

  #asHtml(el: HtmlElement, convert: boolean, preserve: boolean): void {
    const category: Category = this.#parser.options.version.spanElements.has(el.value) ? 'span' : 'block';
    el.detail = { category, contentModel: convert ? contentModel(el.value) : 'raw', closed: false, copy: null };
    el.ial = null;
    this.#children(el, convert, preserve);
  }

  /** Text with white space collapsed, unless `preserve` is set, and with character references as elements. */
  #text(raw: string, preserve: boolean): Element[] {
    const text = preserve ? raw : raw.replace(/[ \t\r\n\f\v]+/g, ' ');
    const { entities } = this.#parser;
    const result: Element[] = [];
    let from = 0;
    const reference = /&(?:([\w:][-\w.:]*)|#(\d+)|#x([0-9a-fA-F]+));/g;
    for (let match = reference.exec(text); match; match = reference.exec(text)) {
      const [original, name, decimal, hex] = match;
      result.push(element('text', text.slice(from, match.index), null));
      from = reference.lastIndex;
      if (name !== undefined && QUOTES.has(name)) result.push(element('smart_quote', name as SmartQuote, null));
      else if (name !== undefined && SYMBOLS.has(name))
        result.push(element('typographic_sym', name as TypographicSymbol, null));
      else {
        const number = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
        const entity = name !== undefined ? namedEntity(entities, name) : numericEntity(entities, number);
        if (entity) result.push(element('entity', entity, { original }));
        else {
          from = match.index + 1;
          reference.lastIndex = from;
          result.push(element('entity', namedEntity(entities, 'amp')!, { original: null }));
        }
      }
    }
    if (from < text.length) result.push(element('text', text.slice(from), null));
    return result;
  }

  #emphasis(el: HtmlElement, name: string): void {
    const text = textOf(el);
    if (/^[ \t\r\n\f\v]|[ \t\r\n\f\v]$/.test(text)) this.#asHtml(el, false, false);
    else {
      become(el, EMPHASIS.get(name)!);
      this.#children(el, true, false);
    }
  }

  #code(el: HtmlElement, name: string): void {
    const code = this.#codeText(el);
    if (code === null) {
      this.#asHtml(el, false, true);
      return;
    }
    const classes = el.attributes?.get('class') ?? null;
    if (name === 'code') {
      become(el, 'codespan', null, code);
      if (classes !== null)
        el.attributes!.set('class', classes.replace(/\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*/g, ''));
    } else {
      const [inner] = el.children;
      const isCode = el.children.length === 1 && inner!.value === 'code';
      const language = isCode
        ? /\blanguage-[^ \t\r\n\f\v]+/.exec(inner!.attributes?.get('class') ?? '')?.[0]
        : undefined;
      become(el, 'codeblock', { lang: null, fenced: false }, code);
      if (language !== undefined) {
        el.attributes ??= new Map();
        el.attributes.set('class', rstrip(`${language} ${classes ?? ''}`));
      }
    }
    el.children = [];
  }

  // The code as text; null if it has a character reference to an invalid character.
  #codeText(el: Element): string | null {
    let code = '';
    for (const piece of this.#text(textOf(el), true)) {
      if (piece.type === 'text') code += piece.value;
      else if (piece.type === 'entity') {
        const character = entityCharacter(piece.value);
        if (character === null) return null;
        code += character;
      } else {
        const name = (piece as ElementOf<'smart_quote' | 'typographic_sym'>).value;
        code += entityCharacter(namedEntity(this.#parser.entities, name)!)!;
      }
    }
    return code;
  }

  #table(el: HtmlElement): void {
    if (!isSimpleTable(el, this.#parser.options.version.needsTableCells)) {
      this.#asHtml(el, false, false);
      return;
    }
    el.children = el.children.filter((child) => child.type !== 'text');
    this.#children(el, true, false);
    become(el, 'table', { alignment: [] });
    (el as unknown as ElementOf<'table'>).detail.alignment = tableAlignment(el);
    el.children = el.children.filter((child) => child.type !== 'html_element');
    nameCells(el);
    const [first] = el.children;
    if (!first) throw new KramdownError('A table has no rows');
    if (first.type === 'tr') {
      const body: Element = element('tbody', null, null);
      body.children = el.children;
      el.children = [body];
    }
  }

  #script(el: HtmlElement): void {
    const type = el.attributes?.get('type') ?? '';
    if (!/\bmath\/tex\b/.test(type)) {
      this.#asHtml(el, true, false);
      return;
    }
    const content = el.children.shift();
    if (!content) throw new KramdownError('A script of mathematics is empty');
    const value = String(content.value).replace(
      /^(?:%[ \t\r\n\f\v]*)?<!\[CDATA\[\n?([\s\S]*?)(?:[ \t\r\n\f\v]%)?\]\]>$/,
      '$1',
    );
    become(el, 'math', { category: type.includes('mode=display') ? 'block' : 'span' }, value);
    el.attributes!.delete('type');
  }
}

function textOf(el: Element): string {
  let text = el.type === 'text' ? el.value : '';
  for (const child of el.children) text += textOf(child);
  return text;
}

function nameCells(el: Element): void {
  for (const child of el.children) {
    if ((child.type as string) === 'th') (child as { type: string }).type = 'td';
    else nameCells(child);
  }
}

function stripText(el: Element): void {
  const first = el.children[0];
  if (first?.type === 'text') first.value = lstrip(first.value);
  const last = el.children[el.children.length - 1];
  if (last?.type === 'text') last.value = rstrip(last.value);
}

function removeWhitespace(el: Element): void {
  const { children } = el;
  const last = children.length - 1;
  el.children = children.filter((child, i) => {
    if (child.type !== 'text' || strip(child.value) !== '') return true;
    return i !== 0 && i !== last && !(isBlock(children[i - 1]!) && isBlock(children[i + 1]!));
  });
}

function wrapText(el: Element): void {
  const result: Element[] = [];
  let p: Element | null = null;
  for (const child of el.children) {
    if (child.type !== 'text' && isBlock(child)) {
      p = null;
      result.push(child);
    } else {
      if (!p) {
        p = element('p', null, { transparent: true });
        result.push(p);
      }
      p.children.push(child);
    }
  }
  el.children = result;
}
