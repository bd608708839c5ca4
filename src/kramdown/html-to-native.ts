// Converts HTML elements to kramdown's elements where there is an equivalent: in HTML documents, and in Markdown with
// the option html_to_native. kramdown's ElementConverter (parser/html.rb, 2.4.0 and 2.5.2).

import { entityCharacter, namedEntity, numericEntity } from '../text/html-entities.ts';
import { lstrip, rstrip, strip } from './characters.ts';
import type {
  Attributes,
  Category,
  DetailOf,
  Element,
  ElementOf,
  ElementType,
  HtmlElement,
  Root,
  SmartQuote,
  TypographicSymbol,
  ValueOf,
} from './element.ts';
import { element, isBlock } from './element.ts';
import { KramdownError } from './error.ts';
import { alignmentOf, isSimpleTable, withPlainCells } from './html-to-native-table.ts';
import { contentModel } from './parser/html-elements.ts';
import type { KramdownVersion } from './versions.ts';
import { plainText } from './visit.ts';

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
/** Elements that kramdown has under the same name, and that need nothing else. */
const SIMPLE_NAMES = [
  'blockquote',
  'hr',
  'br',
  'img',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'ul',
  'ol',
  'dl',
  'li',
  'dd',
] as const;
const SIMPLE: ReadonlyMap<string, (typeof SIMPLE_NAMES)[number]> = new Map(SIMPLE_NAMES.map((name) => [name, name]));
const QUOTES = words('lsquo rsquo ldquo rdquo');
const SYMBOLS = words('mdash ndash hellip laquo raquo');

/** Converts an element that has just been parsed, with its content. */
export function toNative(el: Element, version: KramdownVersion): Element {
  return new NativeConverter(version).convert(el, true, false, null);
}

/** Converts a parsed HTML document. */
export function rootToNative(root: Root, version: KramdownVersion): Root {
  const children = new NativeConverter(version).children(root.children, root, true, false);
  return { ...root, children: withoutWhitespace(children) };
}

// An empty element in the place of an HTML element, with its attributes.
function made<T extends ElementType>(
  { attributes, source, at }: HtmlElement,
  type: T,
  value: ValueOf<T>,
  detail: DetailOf<T>,
): ElementOf<T> {
  const result = element(type, value, detail, source, at);
  result.attributes = attributes;
  return result;
}

class NativeConverter {
  readonly #version: KramdownVersion;

  constructor(version: KramdownVersion) {
    this.#version = version;
  }

  /**
   * @param native whether the element is converted; if not, only its text is
   * @param preserve whether white space in its text is kept
   * @param parent the converted element around it
   */
  convert(el: Element, native: boolean, preserve: boolean, parent: Element | null): Element {
    if (el.type === 'xml_comment' || el.type === 'xml_pi') {
      const isOuter = parent === null || parent.type === 'root';
      const around = isOuter ? 'div' : parent.type === 'html_element' ? parent.value : parent.type;
      const isHeader = parent?.type === 'header';
      const category = contentModel(isHeader ? 'h1' : around) === 'span' ? 'span' : 'block';
      return { ...el, detail: { category } };
    }
    if (el.type !== 'html_element') return el;
    if (!native) return this.#asHtml(el, false, preserve);
    return this.#special(el) ?? this.#regular(el, preserve);
  }

  #regular(el: HtmlElement, preserve: boolean): Element {
    const name = el.value;
    const content = WITHOUT_TEXT.has(name) ? el.children.filter(({ type }) => type !== 'text') : el.children;
    const result = this.#simple(el) ?? this.#html(el, true);
    let children = this.children(content, result, true, preserve);
    if (STRIPPED.has(name)) children = stripped(children);
    if (WITHOUT_WHITESPACE.has(name)) children = withoutWhitespace(children);
    if (TEXT_WRAPPED.has(name)) children = wrapped(children);
    result.children = children;
    return result;
  }

  #simple(el: HtmlElement): Element | null {
    if (el.value === 'p') return made(el, 'p', null, { transparent: false });
    if (el.value === 'dt') return made(el, 'dt', null, { rawText: '' });
    const type = SIMPLE.get(el.value);
    return type === undefined ? null : made(el, type, null, null);
  }

  // Elements that need their own conversion; null for others.
  #special(el: HtmlElement): Element | null {
    switch (el.value) {
      case 'textarea':
        return this.#asHtml(el, true, true);
      case 'a':
        if (el.attributes?.get('href') == null) return this.#asHtml(el, false, false);
        return this.#filled(made(el, 'a', null, null), el);
      case 'em':
      case 'i':
        return this.#emphasis(el, 'em');
      case 'strong':
      case 'b':
        return this.#emphasis(el, 'strong');
      case 'code':
      case 'pre':
        return this.#code(el, el.value);
      case 'table':
        return this.#table(el);
      case 'script':
        return this.#script(el);
    }
    if (!/^h[1-6]$/.test(el.value)) return null;
    const detail = { level: Number(el.value.charAt(1)), rawText: plainText(el) };
    return this.#filled(made(el, 'header', null, detail), el);
  }

  /** An element with the converted content of an HTML element. */
  #filled(result: Element, { children }: HtmlElement, native = true, preserve = false): Element {
    result.children = this.children(children, result, native, preserve);
    return result;
  }

  /** Converts the content of an element. */
  children(content: readonly Element[], parent: Element, native: boolean, preserve: boolean): Element[] {
    const result: Element[] = [];
    for (const child of content) {
      if (child.type !== 'text') result.push(this.convert(child, native, preserve, parent));
      else for (const piece of this.#text(child.value, preserve || !native)) result.push(piece);
    }
    return result;
  }

  #html(el: HtmlElement, native: boolean): HtmlElement {
    const category: Category = this.#version.spanElements.has(el.value) ? 'span' : 'block';
    const model = native ? contentModel(el.value) : 'raw';
    return made(el, 'html_element', el.value, { category, contentModel: model, closed: false });
  }

  #asHtml(el: HtmlElement, native: boolean, preserve: boolean): Element {
    return this.#filled(this.#html(el, native), el, native, preserve);
  }

  /** Text with white space collapsed, unless `preserve` is set, and with character references as elements. */
  #text(raw: string, preserve: boolean): Element[] {
    const text = preserve ? raw : raw.replace(/[ \t\r\n\f\v]+/g, ' ');
    const { entities } = this.#version;
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

  #emphasis(el: HtmlElement, type: 'em' | 'strong'): Element {
    const isSpaced = /^[ \t\r\n\f\v]|[ \t\r\n\f\v]$/.test(plainText(el));
    return isSpaced ? this.#asHtml(el, false, false) : this.#filled(made(el, type, null, null), el);
  }

  #code(el: HtmlElement, name: 'code' | 'pre'): Element {
    const code = this.#codeText(el);
    if (code === null) return this.#asHtml(el, false, true);
    const classes = el.attributes?.get('class') ?? null;
    if (name === 'code') {
      const result = made(el, 'codespan', code, null);
      if (classes === null) return result;
      return withClass(result, classes.replace(/\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*/g, ''));
    }
    const [inner] = el.children;
    const isCode = el.children.length === 1 && inner!.value === 'code';
    const language = isCode ? /\blanguage-[^ \t\r\n\f\v]+/.exec(inner!.attributes?.get('class') ?? '')?.[0] : undefined;
    const result = made(el, 'codeblock', code, { lang: null, fenced: false });
    return language === undefined ? result : withClass(result, rstrip(`${language} ${classes ?? ''}`));
  }

  // The code as text; null if it has a character reference to an invalid character.
  #codeText(el: Element): string | null {
    let code = '';
    for (const piece of this.#text(plainText(el), true)) {
      if (piece.type === 'text') code += piece.value;
      else if (piece.type === 'entity') {
        const character = entityCharacter(piece.value);
        if (character === null) return null;
        code += character;
      } else {
        const name = (piece as ElementOf<'smart_quote' | 'typographic_sym'>).value;
        code += entityCharacter(namedEntity(this.#version.entities, name)!)!;
      }
    }
    return code;
  }

  #table(el: HtmlElement): Element {
    if (!isSimpleTable(el, this.#version.needsTableCells)) return this.#asHtml(el, false, false);
    const content = el.children.filter(({ type }) => type !== 'text');
    const all = made(el, 'table', null, { alignment: [] });
    all.children = this.children(content, el, true, false);
    const detail = { alignment: alignmentOf(all) };
    const children = all.children.filter(({ type }) => type !== 'html_element');
    const table = withPlainCells({ ...all, detail, children });
    const [first] = table.children;
    if (!first) throw new KramdownError('A table has no rows');
    if (first.type !== 'tr') return table;
    const body = element('tbody', null, null);
    body.children = table.children;
    return { ...table, children: [body] };
  }

  #script(el: HtmlElement): Element {
    const type = el.attributes?.get('type') ?? '';
    if (!/\bmath\/tex\b/.test(type)) return this.#asHtml(el, true, false);
    const [content, ...others] = el.children;
    if (!content) throw new KramdownError('A script of mathematics is empty');
    const value = String(content.value).replace(
      /^(?:%[ \t\r\n\f\v]*)?<!\[CDATA\[\n?([\s\S]*?)(?:[ \t\r\n\f\v]%)?\]\]>$/,
      '$1',
    );
    const result = made(el, 'math', value, { category: type.includes('mode=display') ? 'block' : 'span' });
    result.children = others;
    result.attributes = new Map(el.attributes);
    result.attributes.delete('type');
    return result;
  }
}

function withClass(el: Element, classes: string): Element {
  const attributes: Attributes = new Map(el.attributes ?? []).set('class', classes);
  return { ...el, attributes };
}

// Strips white space from the start and the end of the text.
function stripped(children: readonly Element[]): Element[] {
  const result = [...children];
  const [first] = result;
  if (first?.type === 'text') result[0] = { ...first, value: lstrip(first.value) };
  const last = result[result.length - 1];
  if (last?.type === 'text') result[result.length - 1] = { ...last, value: rstrip(last.value) };
  return result;
}

function withoutWhitespace(children: readonly Element[]): Element[] {
  const last = children.length - 1;
  return children.filter((child, i) => {
    if (child.type !== 'text' || strip(child.value) !== '') return true;
    return i !== 0 && i !== last && !(isBlock(children[i - 1]!) && isBlock(children[i + 1]!));
  });
}

// Puts runs of spans and text into transparent paragraphs.
function wrapped(children: readonly Element[]): Element[] {
  const result: Element[] = [];
  let p: Element | null = null;
  for (const child of children) {
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
  return result;
}
